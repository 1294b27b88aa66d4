"""Says in one sentence or two what a step did."""

from __future__ import annotations

from collections.abc import Sequence

from lazylab.records import Source, Step
from lazylab.show.markup import Sentence, say

_PIECES = 8  # of a list of lines, before it is cut
_RUN = 3  # consecutive lines that become a range


def sentence(step: Step, source: Source) -> Sentence:
    """Return what `step` did, in pieces; the same record gives the same words."""
    match step.action:
        case "start":
            return _start(step, source)
        case "call":
            return _call(step, source)
        case _:
            return say("Step {}. {}", step.number, _driven(step, source))


def looking_back(latest: int) -> Sentence:
    """Return the words that go before the sentence of a step earlier than `latest`."""
    return say("Looking back; the generator itself stays at step {}. ", latest)


def lines_text(lines: Sequence[int]) -> Sentence:
    """Return ``line 3``, ``lines 3 and 4`` or ``lines 3–6, 9 and 12``, in the order given."""
    runs: list[list[int]] = []
    for line in lines:
        if runs and line == runs[-1][-1] + 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    pieces = [text for run in runs for text in _run_texts(run)]
    if len(pieces) > _PIECES:
        pieces = [*pieces[:_PIECES], "more"]
    return (f"{'line' if len(lines) == 1 else 'lines'} {_listed(pieces)}",)


def _run_texts(run: list[int]) -> list[str]:
    return [f"{run[0]}–{run[-1]}"] if len(run) >= _RUN else [str(line) for line in run]


def _listed(pieces: list[str]) -> str:
    return pieces[0] if len(pieces) == 1 else f"{', '.join(pieces[:-1])} and {pieces[-1]}"


def _start(step: Step, source: Source) -> Sentence:
    if step.state == "uncalled":
        return say(
            "Nothing has run yet. `call` makes the iterator and stops there; "
            "`next()` calls {} first and then asks for a value.",
            source.call,
        )
    if source.kind == "generator":
        return say(
            "This generator iterator was made before, and it is {}. `next()` resumes it.",
            (step.state,),
        )
    return say("This {} iterator was made before. `next()` asks it for a value.", source.name)


def _call(step: Step, source: Source) -> Sentence:
    call, value = source.call, step.value or ""
    match step.outcome:
        case "called":
            return _called(step, source)
        case "returned":
            return say(
                "Calling {} ran it to its end and returned {}, which is not an iterator: there "
                "is nothing to step. A function is a generator function when its body has a "
                "`yield`.",
                call,
                value,
            )
        case "interrupted":
            return say("Calling {} was stopped: {}. No iterator was made.", call, value)
        case _:
            return say("Calling {} raised {}. No iterator was made.", call, value)


def _called(step: Step, source: Source) -> Sentence:
    call, value = source.call, step.value or ""
    if source.kind == "builtin":
        return say(
            "Calling {} made a {} iterator. It is written in C: there is no Python frame to "
            "show, but it hands over values one at a time all the same.",
            call,
            source.name,
        )
    if step.lines:
        return say("Calling {} ran {} and gave back {}.", call, lines_text(step.lines), value)
    if source.kind == "generator":
        return say(
            "Calling {} bound the arguments and gave back a generator iterator. "
            "No line of the body has run.",
            call,
        )
    return say("Calling {} gave back {}, an iterator.", call, value)


def _driven(step: Step, source: Source) -> Sentence:
    verb = f"{step.action}({step.sent or ''})"
    if step.action == "close" and step.outcome == "closed":
        return _closed(step, verb)
    if source.kind == "generator":
        return _resumed_generator(step, verb)
    return _asked_iterator(step, source, verb)


def _closed(step: Step, verb: str) -> Sentence:
    if step.before == "closed":
        return say("{} did nothing: there was no frame left to close.", verb)
    if step.before == "created":
        return say("{} closed the generator before its body began. No line ran.", verb)
    if step.resumed_at is None:
        return say("{} closed the iterator.", verb)
    after = say("; {} ran on the way out", lines_text(step.lines)) if step.lines else ()
    value = say(", and it returned {}", step.value) if step.value else ()
    return say(
        "{} raised `GeneratorExit` at the pause on line {}{}{}. The frame is gone.",
        verb,
        step.resumed_at,
        after,
        value,
    )


def _resumed_generator(step: Step, verb: str) -> Sentence:
    value = step.value or ""
    if step.before == "closed":
        raised = say("`StopIteration`") if step.outcome == "returned" else say("{}", value)
        return say("The generator is closed. No line ran, and {} raised {}.", verb, raised)
    if step.before == "running":
        return say("{} raised {}: it is in the middle of a resume.", verb, value)
    if step.state == "created":
        return say(
            "{} raised {}. No line ran and the generator is still created: `next()` brings it to "
            "its first `yield`.",
            verb,
            value,
        )
    ran = say(", ran {}", lines_text(step.lines)) if step.lines else ()
    return (*_woke(step, verb), *ran, *_ended(step))


def _woke(step: Step, verb: str) -> Sentence:
    if step.before == "created" or step.resumed_at is None:
        started = "raised where the body begins" if step.action == "throw" else "started the body"
        return say("{} {}", verb, (started,))
    if step.action == "throw":
        return say("{} raised at the pause on line {}", verb, step.resumed_at)
    if step.action == "send":
        return say(
            "{} resumed the frame on line {}, where the `yield` became {}",
            verb,
            step.resumed_at,
            step.sent or "",
        )
    return say("{} resumed the frame at the pause on line {}", verb, step.resumed_at)


def _ended(step: Step) -> Sentence:
    value = step.value or ""
    match step.outcome:
        case "yielded":
            return say(
                " and suspended {}, handing {} to the caller. {}", _where(step), value, _kept(step)
            )
        case "returned" if value == "None":
            return say(" and reached the end of the body: `StopIteration`. The frame is gone.")
        case "returned":
            return say(
                " and returned: `StopIteration`, which carries the return value {}. "
                "The frame is gone.",
                value,
            )
        case "interrupted":
            return say(
                " and did not come back: it was stopped{} ({}). {}", _on(step), value, _advice(step)
            )
        case _ if step.action == "throw":
            return say(" and {} came out. {}", value, _left(step))
        case _:
            return say(" and raised {}{}. {}", value, _on(step), _left(step))


def _where(step: Step) -> Sentence:
    if not step.frames:
        return ()
    outermost, innermost = step.frames[0], step.frames[-1]
    if outermost is innermost:
        return say("at `yield` on line {}", innermost.line)
    return say(
        "in `yield from` on line {}, with {} paused on its line {}",
        outermost.line,
        innermost.name,
        innermost.line,
    )


def _kept(step: Step) -> Sentence:
    count = sum(len(frame.locals) + frame.hidden for frame in step.frames[:1])
    if not count:
        return say("The frame keeps its place until you ask again.")
    variables = "one local variable" if count == 1 else f"{count} local variables"
    return say("The frame keeps its place and {} until you ask again.", (variables,))


def _on(step: Step) -> Sentence:
    return say(" on line {}", step.line) if step.line else ()


def _left(step: Step) -> Sentence:
    if step.state == "closed":
        return say("The generator is closed and its frame is gone.")
    return say("The generator is {}.", (step.state,))


def _advice(step: Step) -> Sentence:
    if step.state == "closed":
        return say(
            "The generator is closed. Look for a loop that never reaches a `yield`, change it and "
            "run this cell again."
        )
    return _left(step)


def _asked_iterator(step: Step, source: Source, verb: str) -> Sentence:
    value = step.value or ""
    ran = say(" ran {} and", lines_text(step.lines)) if step.lines else ()
    match step.outcome:
        case "yielded" if source.kind == "builtin":
            return say(
                "{} handed over {}. {} is written in C: there are no Python lines to show.",
                verb,
                value,
                source.name,
            )
        case "yielded":
            return say("{}{} handed over {}.", verb, ran, value)
        case "returned":
            return say("{}{} raised `StopIteration`: the iterator is exhausted.", verb, ran)
        case "interrupted":
            return say("{}{} did not come back and was stopped ({}).", verb, ran, value)
        case _:
            return say("{}{} raised {}.", verb, ran, value)
