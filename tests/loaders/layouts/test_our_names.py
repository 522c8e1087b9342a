from loaders.layouts.our_names import areas_meant, kpis_meant, measures_meant


def test_names_are_what_they_are_of_ours_or_nothing():
    assert measures_meant("plans_issued") == measures_meant("Plans issued, excluding exceptions") == ("plans_issued",)
    assert areas_meant("Folkestone & Hythe") == ("E07000112",)
    assert areas_meant("KENT2") == ("E10000016",)
    assert kpis_meant("Plans within 20 weeks") == ("plans_within_20_weeks",)
    assert (measures_meant("bins"), areas_meant("Narnia"), kpis_meant("bins")) == ((), (), ())
