"""The public pages: all nine problems, each by itself with its figures, every measure, downloads, what all of it is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from markupsafe import Markup

from kpis.kpi import Kpi
from kpis.registry import registry
from programme.areas import KENT
from programme.quarter import Quarter
from programme.workstreams import Weakness, weaknesses
from reports.language.grammar import counted
from reports.language.linked import Way
from reports.markup.parents import parents_markup
from reports.markup.pieces import bullets, link, passage, together
from reports.pack.glance import glance_table, measured_table
from reports.pack.parts import DataSet, PackMeasure
from reports.progress.judgement import Judgement
from reports.progress.overview import overview
from reports.progress.parents import for_parents
from reports.progress.readings import Progress
from reports.progress.standing import standings
from reports.progress.statement import statement
from reports.public.frame import DOWNLOADS, INDEX, MEASURES, PublicPage, weakness_page
from reports.public.pictures import figures_file, measure_markup, table_markup
from reports.sentences.overview import group_headline, overview_headline
from reports.sentences.parents import ParentsPage, Plain, all_for_parents, parents_page
from reports.sentences.this_quarter import quarter_headline
from reports.tables.table import Column, table_of

Measures = Mapping[str, PackMeasure]


def public_pages(progress: Progress, quarter: Quarter, measures: Measures, data: Sequence[DataSet]) -> Iterable[PublicPage]:
    """Every page but those that say what all of it is."""
    yield index_page(progress, quarter, measures)
    for about in weaknesses().values():
        yield about_weakness(progress, about, quarter, measures)
    yield measures_page(progress, quarter, measures)
    yield downloads_page(measures, data)


def index_page(progress: Progress, quarter: Quarter, measures: Measures) -> PublicPage:
    """All nine: in words for parents, then in numbers."""
    found = [for_parents(progress, about, quarter) for about in weaknesses().values()]
    rows = standings(progress, KENT, quarter, tuple(weaknesses().values()))
    page = all_for_parents(found)
    glance = glance_table(rows).without("No")
    ways = {about.label: weakness_page(about.number) for about in weaknesses().values()}
    said = f"{quarter_headline(rows, overview(progress, KENT, quarter))}."
    body = (
        parents_markup(_with_ways(page, measures), _href),
        Markup("<h2>In numbers</h2>"),
        passage(said),
        table_markup(glance, ways),
        passage(link(DOWNLOADS, "Every figure as a file")),
    )
    return PublicPage(INDEX, page.title, together(body))


def about_weakness(progress: Progress, about: Weakness, quarter: Quarter, measures: Measures) -> PublicPage:
    """One weakness: its page for parents, what inspectors wrote, its measures at a glance, then each of its own."""
    of = statement(progress, about.number, quarter, KENT)
    page = parents_page(for_parents(progress, about, quarter))
    own = [each for each in of.judged if home_of(each.line.kpi) == about.number]
    caption = f"The {counted(len(of.judged), 'measure')} that speak to weakness {about.number}, {quarter}"
    body = (
        parents_markup(_with_ways(page, measures), _href),
        Markup("<h2>What inspectors wrote</h2>\n<blockquote>{}</blockquote>").format(passage(about.wording)),
        passage(f"Inspectors, 2019, weakness {about.number} of nine (wording: {about.wording_status})"),
        Markup("<h2>{}</h2>").format(group_headline(about, of.judged)),
        table_markup(measured_table(of.judged, caption), _by_title(of.judged)),
        _elsewhere(len(of.judged) - len(own)),
        together(measure_markup(measures[each.line.kpi.id]) for each in own),
        _others(about),
    )
    return PublicPage(weakness_page(about.number), page.title, together(body))


def _elsewhere(count: int) -> Markup:
    """Where the charts are of those measures that speak to another weakness first."""
    stands = "chart stands" if count == 1 else "charts stand"
    return passage(f"{count} {stands} with another problem; the name leads there.") if count else Markup()


def home_of(kpi: Kpi) -> int:
    """The number of the weakness on whose page its chart stands: the first that it speaks to."""
    return kpi.weaknesses[0]


def measure_place(kpi: Kpi) -> str:
    """The address of its chart."""
    return f"{weakness_page(home_of(kpi))}#{kpi.id}"


def _by_title(judged: Iterable[Judgement]) -> dict[str, str]:
    """Where the measure that a row is about is shown, by the text of the row's first cell."""
    known = list(judged)
    names = (row[0].text for row in measured_table(known, "").rows)
    return {name: measure_place(each.line.kpi) for name, each in zip(names, known, strict=True)}


def measures_page(progress: Progress, quarter: Quarter, measures: Measures) -> PublicPage:
    """Every measure in one table, those that need attention first, and what each counts."""
    seen = overview(progress, KENT, quarter)
    columns = {
        Column("Measure"): lambda each: each.title,
        Column("What is counted"): lambda each: each.definition,
        Column("Source"): lambda each: each.source,
    }
    listed = sorted(measures.values(), key=lambda each: each.title)
    defined = table_of("What each measure counts, and where it comes from", columns, listed)
    every = measured_table(seen.judged, f"All {counted(len(seen.judged), 'measure')}, those that need attention first")
    body = (table_markup(every, _by_title(seen.judged)), Markup("<h2>What each measure counts</h2>"), table_markup(defined))
    return PublicPage(MEASURES, overview_headline(seen), together(body))


def downloads_page(measures: Measures, data: Sequence[DataSet]) -> PublicPage:
    """Every file with figures, and what is in it."""
    whole = (Markup("{}: {}").format(link(f"data/{each.name}.csv", f"{each.name}.csv"), each.meaning) for each in data)
    listed = sorted(measures.values(), key=lambda each: each.title)
    single = (link(figures_file(each), each.title) for each in listed)
    body = (
        passage("All files are CSV in UTF-8, which every spreadsheet opens. Where there is no figure, the file says why."),
        Markup("<h2>Everything</h2>"),
        bullets(whole),
        Markup("<h2>One measure a file, every quarter</h2>"),
        bullets(single),
    )
    return PublicPage(
        DOWNLOADS, f"{counted(len(listed) + len(data), 'file')} with every figure on these pages", together(body)
    )


def _others(about: Weakness) -> Markup:
    """The ways to the pages about the other problems."""
    others = (each for each in weaknesses().values() if each != about)
    listed = bullets(link(weakness_page(each.number), each.plain_name) for each in others)
    return Markup('<nav class="others" aria-label="The other problems"><h2>The other problems</h2>{}</nav>').format(listed)


def _with_ways(page: ParentsPage, measures: Iterable[str]) -> ParentsPage:
    """The page for parents with those ways that lead to something of these pages."""
    known = frozenset(measures)
    sections = (replace(each, sentences=tuple(_led(one, known) for one in each.sentences)) for each in page.sections)
    return replace(page, sections=tuple(sections))


def _led(plain: Plain, known: frozenset[str]) -> Plain:
    way = plain.led and plain.led.to
    there = isinstance(way, Way) and (way.thing == "parents" or dict(way.choices).get("kpi") in known)
    return plain if there else replace(plain, led=None)


def _href(thing: str, **choices: str) -> str:
    """The address of what a page for parents speaks of."""
    return weakness_page(int(choices["weakness"])) if thing == "parents" else measure_place(registry()[choices["kpi"]])
