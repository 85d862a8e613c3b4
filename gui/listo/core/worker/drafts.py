"""The jobs of a draft: begun from files or for categories without rows, then answered question by question.

The drafted rows are rows of the sheet at work like any others: each answer is one step of undo, and changes
only what still is as it was drafted. Beside them the answers are kept, with where the work stood after each,
so that one that was undone counts no more.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import count, groupby
from pathlib import Path

from listo.core.checks.context import CheckContext
from listo.core.drafting.draft import accepted_answers, make_draft
from listo.core.drafting.model import Answers, Draft, DraftRow, OldMapping, question_id, write_draft
from listo.core.edits.history import Edit, History, RowEdit, UndoStep
from listo.core.edits.operations import free_row, prepare, prepare_removal
from listo.core.errors import InputError
from listo.core.file_kinds import references_of
from listo.core.mapping.cell_text import clean
from listo.core.mapping.sheet import COLUMNS, MappingSheet
from listo.core.references.files import References
from listo.core.skus.options import Options
from listo.core.texts import Language, Texts
from listo.core.vocabulary.categories import parse_id
from listo.core.wizard_state import DraftState, GivenAnswer
from listo.core.workbooks.atomic_write import refuse_overwrite
from listo.core.worker.decisions import SHOP, OptionJobs, recalled
from listo.core.worker.edits import EditJobs
from listo.core.worker.file_cards import coverage_view
from listo.core.worker.files import FileJobs
from listo.core.worker.protocol import Progress
from listo.core.worker.results import AskedQuestion, CoverageView, DraftView, LookGroup, Overview
from listo.core.worker.session import Session
from listo.core.worker.state import OpenMapping

_MOST_SENT = 50
"""Questions that are sent at once, of which one is shown: 6,000 took most of the time of an answer."""

_Key = tuple[int, str, str, str]
"""What a row is about: category, field, attribute and VTEX value."""

_Shown = tuple[tuple[object, ...], Draft]
"""A draft, and of what it was made."""


class DraftJobs:
    """Jobs that draft, each explained at the method of its name in `Jobs`."""

    def __init__(self, session: Session, files: FileJobs, options: OptionJobs, edits: EditJobs) -> None:
        self._session, self._files, self._options, self._edits = session, files, options, edits
        self._shown: _Shown | None = None

    def draft_coverage(self, covers: Mapping[Path, Collection[str]]) -> CoverageView:
        """Return for which of the categories in use the Amazon files are, before there is a sheet."""
        references = references_of(self._session.state.files)
        if not references.knows_skus:
            return CoverageView()
        options = self._options_at_first(references, covers)
        context = CheckContext(references, options)
        context.categories = frozenset(_in_use(references, options))
        return coverage_view(context, tuple(sorted(context.categories)))

    def begin_draft(
        self,
        progress: Progress,
        target: Path,
        language: Language,
        covers: Mapping[Path, Collection[str]],
        overwrite: bool,
    ) -> Overview:
        """Draft a mapping sheet from the files that are open, write it, and open it."""
        session, files = self._session, self._session.state.files
        references = references_of(files)
        sources = [file.path for file in files]
        _refuse_missing(references, Texts(language))
        refuse_overwrite(target, sources, overwrite=overwrite)
        progress("checking", 0, 0)
        options = self._options_at_first(references, covers)
        remembered = self._remembered(session.store.get_state(SHOP, ""))
        draft = make_draft(references, options, old=OldMapping(remembered=remembered))
        if not draft.rows:
            lacks = "no-file" if draft.uncovered else "" if draft.categories else "no-category"
            raise InputError("nothing-to-draft", file="", case=lacks)
        write_draft(draft, target, sources, overwrite=overwrite)
        self._files.open(progress, [target])
        for path, categories in covers.items():
            self._options.set_covers(progress, path, categories)
        session.set_wizard(session.wizard._replace(draft=DraftState()))
        return session.overview()

    def _options_at_first(self, references: References, covers: Mapping[Path, Collection[str]]) -> Options:
        """Return what is known of the integration before there is a sheet."""
        decisions = self._session.store.decisions
        kept = decisions.options(self._session.store.get_state(SHOP, ""))
        said = Options(covers={str(path): frozenset(categories) for path, categories in covers.items()})
        return recalled(said, kept, references.amazon_values)

    def add_draft(self, progress: Progress, language: Language) -> Overview:
        """Draft the rows of the categories in use that have none."""
        mapping, state = self._session.mapping, self._session.wizard.draft
        _refuse_missing(mapping.work.references, Texts(language))
        progress("checking", 0, 0)
        there = _in_sheet(mapping.sheet)
        before = set(state.categories or ()) & there if state else set()
        all_of_it = state is not None and state.categories is None
        lacking = (
            None
            if all_of_it
            else tuple(sorted(_in_use(mapping.work.references, _options(mapping, ())) - (there - before)))
        )
        wanted = (state or DraftState())._replace(categories=lacking)
        draft = self._make_draft(mapping, wanted)
        rows = [row for row in draft.rows if row.category not in there]
        return self._make(progress, UndoStep(rows=tuple(_rows_in(mapping, rows))), wanted)

    def draft_view(self) -> DraftView:
        """Return what of the draft is open, and what else is to be told of it."""
        mapping, state = self._session.state.mapping, self._session.wizard.draft
        revision = self._session.state.revision
        if mapping is None or state is None:
            return DraftView(revision)
        draft = self._draft(mapping, state)
        skipped = {each: place for place, each in enumerate(state.skipped)}
        questions = sorted(draft.questions, key=lambda one: skipped.get(one.id, -1))
        context = CheckContext(mapping.work.references, mapping.work.options)
        context.categories = frozenset(draft.categories)
        return DraftView(
            revision,
            rows=len(draft.rows),
            sure=sum(row.how == "silent" for row in draft.rows),
            categories=len({row.category for row in draft.rows}),
            questions=tuple(questions[:_MOST_SENT]),
            more=max(0, len(questions) - _MOST_SENT),
            skipped=sum(one.id in skipped for one in questions),
            answered=tuple(dict.fromkeys(each.id for each in _in_effect(state, mapping.history))),
            advice=draft.advice,
            look=tuple(_look_groups(draft, state)),
            coverage=coverage_view(context, tuple(sorted(draft.categories))),
            to_find=draft.to_find,
            left_out=tuple(sorted({each.field for each in draft.left_out})),
        )

    def draft_question(self, question: str) -> AskedQuestion | None:
        """Return a question of the draft as it is asked, answered or not; None where it is none."""
        mapping, state = self._session.state.mapping, self._session.wizard.draft
        if mapping is None or state is None:
            return None
        given = [each for each in _in_effect(state, mapping.history) if each.id == question]
        draft = self._draft(mapping, state)
        found = next((each for each in draft.questions if each.id == question), None)
        if found is None:
            others = [each for each in _in_effect(state, mapping.history) if each.id != question]
            draft = self._make_draft(mapping, state._replace(answers=tuple(others)), [question])
            found = next((each for each in draft.questions if each.id == question), None)
        if found is None:
            return None
        accepted = accepted_answers(mapping.work.references, mapping.work.options, found)
        answer = given[-1].text if given else None
        return AskedQuestion(self._session.state.revision, found, accepted, bool(given), answer)

    def answer_question(self, progress: Progress, question: str, text: str | None) -> Overview:
        """Answer a question of the draft, None to leave out what it is about, as one step."""
        mapping, state = self._session.mapping, self._session.wizard.draft
        if state is None:
            return self._session.overview()
        progress("checking", 0, 0)
        before = self._draft(mapping, state)
        given = (*_in_effect(state, mapping.history), GivenAnswer("", question, text, is_step=False))
        skipped = tuple(each for each in state.skipped if each != question)
        now = state._replace(answers=given, skipped=skipped)
        after = self._make_draft(mapping, now)
        if any(each.id == question for each in after.refused_answers):
            raise InputError("answer-not-accepted", file="", id=question, answer=text or "", case="window")
        step = _difference(mapping, before, after)
        history = mapping.history.with_step(step) if step else mapping.history
        last = given[-1]._replace(mark=history.mark(), is_step=bool(step))
        kept = given[:-1] if step else state.answers  # without a step those that were undone can come back
        overview = self._make(progress, step, now._replace(answers=(*kept, last)))
        if wizard := self._session.wizard.draft:  # what is asked for next
            self._shown = _made_of(self._session.mapping, wizard), after
        return overview

    def undo_answer(self, progress: Progress) -> Overview:
        """Take back the last answer, or the last step where that came later."""
        state, history = self._session.wizard.draft, self._session.mapping.history
        given = tuple(_in_effect(state, history)) if state else ()
        if state is None or not given or given[-1].is_step or given[-1].mark != history.mark():
            return self._edits.undo(progress)
        others = tuple(each for each in state.answers if each is not given[-1])
        self._keep(state._replace(answers=others))  # those that were undone can come back
        return self._session.overview()

    def skip_question(self, question: str) -> DraftView:
        """Ask a question after all others."""
        if state := self._session.wizard.draft:
            skipped = (*(each for each in state.skipped if each != question), question)
            self._keep(state._replace(skipped=skipped))
        return self.draft_view()

    def look_through(self, group: str, done: bool) -> DraftView:
        """Tick a group off as looked through, or not."""
        if state := self._session.wizard.draft:
            others = tuple(each for each in state.looked if each != group)
            self._keep(state._replace(looked=(*others, group) if done else others))
        return self.draft_view()

    # ---------------------------------------------------------------- the draft as it stands

    def _draft(self, mapping: OpenMapping, state: DraftState) -> Draft:
        """Return the draft by the answers that count; the one made last, where nothing changed."""
        made_of = _made_of(mapping, state)
        if self._shown is None or self._shown[0] != made_of:
            self._shown = made_of, self._make_draft(mapping, state)
        return self._shown[1]

    def _make_draft(self, mapping: OpenMapping, state: DraftState, doubted: Collection[str] = ()) -> Draft:
        among = state.categories
        if among is not None and state is self._session.wizard.draft:  # not those whose rows were undone
            among = tuple(sorted(_in_sheet(mapping.sheet).intersection(among)))
        remembered = self._remembered(mapping.shop)
        sheet = None if among is None else mapping.sheet
        old = OldMapping(sheet, remembered, among or ())
        given = {each.id: each.text for each in _in_effect(state, mapping.history)}
        answers = Answers(given, doubted)
        return make_draft(mapping.work.references, _options(mapping, among), answers, old, among)

    def _remembered(self, shop: str) -> Mapping[tuple[str, str], str]:
        kept = reversed(self._session.store.decisions.of(shop))
        of_values = (one for one in kept if one.column == "AmazonValue")
        return {(one.attribute, one.vtex_value): one.chosen for one in of_values}

    # ---------------------------------------------------------------- the one way to change it

    def _make(self, progress: Progress, step: UndoStep, state: DraftState) -> Overview:
        """Make a step of the draft, and keep with it what was answered."""
        session, number = self._session, self._session.mapping.session
        if not step:
            self._keep(state)
            return session.overview()
        before, session.wizard = session.wizard, session.wizard._replace(draft=state)
        try:
            return self._edits.decide(progress, step, partial(self._keep_answers, number))
        except BaseException:
            session.wizard = before
            raise

    def _keep_answers(self, number: int) -> None:
        with suppress(InputError):  # the session was forgotten: it is stored anew, with the answers
            self._session.store.set_wizard_state(number, self._session.wizard.to_json())

    def _keep(self, state: DraftState) -> None:
        self._session.set_wizard(self._session.wizard._replace(draft=state))


def _in_use(references: References, options: Options) -> set[int]:
    """Return the categories of SKUs that would be sent."""
    return set(make_draft(references, options, among=()).categories)


def _refuse_missing(references: References, texts: Texts) -> None:
    there = {
        "vtex-products": references.knows_skus,
        "vtex-specifications": references.vtex_specifications,
        "amazon-values": references.amazon_values,
    }
    for need, is_there in there.items():
        if not is_there:
            raise InputError("reference-missing", file="", need=texts.say(f"need.{need}"), case="window")


def _made_of(mapping: OpenMapping, state: DraftState) -> tuple[object, ...]:
    """Return what a draft follows from; that of which the person changed rows meanwhile stays the same."""
    given = tuple((each.id, each.text) for each in _in_effect(state, mapping.history))
    there = None if state.categories is None else _in_sheet(mapping.sheet).intersection(state.categories)
    return mapping.session, id(mapping.work.references), mapping.work.options, given, there


def _options(mapping: OpenMapping, among: Collection[int] | None) -> Options:
    """Return what was said of the integration; of categories beside others, as these read CategoryID."""
    options = mapping.work.options
    reading = mapping.work.checked.context.category_ids
    if among is None or options.category_ids or reading is None:
        return options
    return replace(options, category_ids="store" if reading.reading == "store" else "global")


def _in_effect(state: DraftState, history: History) -> Iterator[GivenAnswer]:
    """Yield the answers that count: not those whose steps were undone.

    Nor one that was given after an undo and changed nothing, once what was undone is made again: the rows
    know nothing of it then.
    """
    latest = 0
    for each in state.answers:
        position = int(each.mark.partition(":")[0] or 0)
        is_made = latest <= position <= history.position
        if not each.mark or (is_made and replace(history, position=position).mark() == each.mark):
            latest = max(latest, position)
            yield each


def _in_sheet(sheet: MappingSheet) -> set[int]:
    texts = {clean(text) for text in set(sheet.column("CategoryID"))}
    return {number for text in texts if (number := parse_id(text))}


def _look_groups(draft: Draft, state: DraftState) -> Iterator[LookGroup]:
    """Yield what went in and is to be looked through, by field and attribute."""
    rows = sorted((row for row in draft.rows if row.how == "look"), key=_pair)
    for (field, attribute), own in groupby(rows, _pair):
        of_it = list(own)
        pairs = dict.fromkeys((row.vtex_value, row.value) for row in of_it)
        key = question_id("attribute", field, attribute)
        yield LookGroup(key, field, attribute, tuple(pairs), len(of_it), key in state.looked)


def _pair(row: DraftRow) -> tuple[str, str]:
    return row.field, row.attribute


# What an answer changes


def _key(row: DraftRow) -> _Key:
    return row.category, row.field, row.attribute, row.vtex_value


def _difference(mapping: OpenMapping, before: Draft, after: Draft) -> UndoStep:
    """Return the step from one draft to the next; what the person changed meanwhile stays as it is."""
    old, new = ({_key(row): row for row in draft.rows} for draft in (before, after))
    there = _places(mapping.sheet)
    edits: list[Edit] = []
    coming: list[DraftRow] = []
    for key, row in new.items():
        was = old.get(key)
        if was == row and key in there:
            continue  # as most are
        if key in there:
            edits += _edits(mapping.sheet, there[key], was, row)
        elif was is None:
            coming.append(row)
    going = [there[key] for key in old.keys() - new.keys() if key in there]
    going = [number for number in going if _is_as_drafted(mapping.sheet, number, old)]
    removal = prepare_removal(mapping.sheet, sorted(going))
    return UndoStep(prepare(mapping.sheet, edits).edits, (*removal.rows, *_rows_in(mapping, coming)))


def _places(sheet: MappingSheet) -> dict[_Key, int]:
    """Return Excel's number of the first row that is about each thing."""
    found: dict[_Key, int] = {}
    names = ("CategoryID", "VTEXSpecification", "AmazonSpecification", "VTEXValue")
    texts = ((clean(text) for text in sheet.column(name)) for name in COLUMNS if name in names)
    for number, (category, *others) in zip(sheet.row_numbers, zip(*texts, strict=True), strict=True):
        if told := parse_id(category):
            field, attribute, value = others
            found.setdefault((told, field, attribute, value), number)
    return found


def _edits(sheet: MappingSheet, number: int, was: DraftRow | None, row: DraftRow) -> Iterator[Edit]:
    """Yield the cells to change of a row that is there: those that say what was drafted, or nothing."""
    now = sheet.row(sheet.index_of(number))
    before = was.cells if was else ("",) * len(COLUMNS)
    for column, there, old, new in zip(COLUMNS, now, before, row.cells, strict=True):
        if old != new and clean(there) == old and sheet.has(column):
            yield Edit(number, column, new)


def _is_as_drafted(sheet: MappingSheet, number: int, drafted: Mapping[_Key, DraftRow]) -> bool:
    category, _, _, field, attribute, value, _ = now = tuple(map(clean, sheet.row(sheet.index_of(number))))
    row = drafted.get((parse_id(category) or 0, field, attribute, value))
    return row is not None and row.cells == now


def _rows_in(mapping: OpenMapping, rows: Sequence[DraftRow] | Iterable[DraftRow]) -> Iterator[RowEdit]:
    first = free_row(mapping.original, mapping.sheet, mapping.history.moved_rows())
    return (RowEdit(number, True, row.cells) for number, row in zip(count(first), rows, strict=False))
