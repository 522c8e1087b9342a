"""The KPIs of this workstream, one file each: the file name is the KPI's id."""
