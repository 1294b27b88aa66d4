"""What one thread prints is caught; what others print passes."""

import sys
import threading

from lazylab.observe.capture import printed


def test_another_threads_prints_pass(capsys):
    inside, outside = threading.Event(), threading.Event()

    def work():
        inside.wait(10)
        print("from the other thread")
        outside.set()

    thread = threading.Thread(target=work)
    thread.start()
    with printed() as out:
        print("caught")
        inside.set()
        assert outside.wait(10)
    thread.join()
    assert out.text == "caught\n"
    assert capsys.readouterr().out == "from the other thread\n"


def test_overlapping_captures_of_two_threads_leave_the_stream_as_it_was():
    before = sys.stdout
    first, second = threading.Event(), threading.Event()
    texts = {}

    def one():
        with printed() as out:
            first.set()
            second.wait(10)
            print("one")
        texts["one"] = out.text

    thread = threading.Thread(target=one)
    thread.start()
    first.wait(10)
    with printed() as out:
        second.set()
        thread.join()
        print("two")
    assert (texts["one"], out.text) == ("one\n", "two\n")
    assert sys.stdout is before


def test_the_stand_in_has_what_a_stream_has():
    with printed() as out:
        sys.stdout.writelines(["a", "b"])
        sys.stdout.flush()
        assert sys.stdout.encoding
    assert out.text == "ab"
