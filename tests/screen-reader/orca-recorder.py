#!/usr/bin/python3
"""Run the installed Orca, with a notebook where its speech synthesizer would be.

    orca-recorder.py FOLDER

Orca asks a "speech server" to say things. This file offers one that writes each
utterance to FOLDER/speech.jsonl at once and makes no sound; all that comes before
it, from the accessibility tree to the sentence, is Orca as Debian ships it.
/usr/bin/orca itself is not run, because it ends every other Orca of the user;
this one minds its own business and can stand beside others.

speech.jsonl  one object a line: {"kind": "say" | "live" | "read" | "char" | "key" | "stop", "text"}
              "live" was spoken because a live region changed, "read" belongs to say-all.
state.sock    each line that is received is answered with
              {"idleMs", "queued", "script", "mode"} from Orca's own main loop.
"""
import functools
import json
import os
import sys
import time
import types

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("Gdk", "3.0")
from gi.repository import Gio, GLib  # noqa: E402
from orca import chnames, event_manager, liveregions, orca, orca_state, settings, speechserver  # noqa: E402

FOLDER = sys.argv[1]
PREFERENCES = os.path.join(FOLDER, "orca")
MODULE = "harebell_recorder"
SETTINGS = {
    "speechServerFactory": MODULE,
    "speechFactoryModules": [MODULE],
    "enableBraille": False,
    "enableBrailleMonitor": False,
    "enableSound": False,
    "pageSummaryOnLoad": False,
    # Typing is tested by what it does; an echo of each key would drown the rest.
    "enableKeyEcho": False,
}


class Notebook:
    """What was said, and when anything last happened."""

    def __init__(self, path):
        self.file = open(path, "a", buffering=1, encoding="utf-8")
        self.active = time.monotonic()
        self.in_live_region = False

    def touch(self):
        self.active = time.monotonic()

    def write(self, kind, text=""):
        self.touch()
        self.file.write(json.dumps({"kind": kind, "text": text}, ensure_ascii=False) + "\n")


notebook = Notebook(os.path.join(FOLDER, "speech.jsonl"))


class SpeechServer(speechserver.SpeechServer):
    """The last hop: text arrives, nothing sounds."""

    instance = None

    @staticmethod
    def getFactoryName():
        return "Recorder"

    @classmethod
    def getSpeechServer(cls, info=None):
        if cls.instance is None:
            cls.instance = cls()
            cls.instance.reading = None
        return cls.instance

    @classmethod
    def getSpeechServers(cls):
        return [cls.getSpeechServer()]

    def getInfo(self):
        return ["Recorder", MODULE]

    def getVoiceFamilies(self):
        return [speechserver.VoiceFamily({speechserver.VoiceFamily.NAME: "recorder"})]

    def speak(self, text=None, acss=None, interrupt=True):
        if isinstance(text, str) and text.strip():
            notebook.write("live" if notebook.in_live_region else "say", text)

    def speakCharacter(self, character, acss=None):
        notebook.write("char", chnames.getCharacterName(character) or character)

    def speakKeyEvent(self, event, acss=None):
        words = [event.getKeyName(), event.getLockingStateString()]
        notebook.write("key", " ".join(word for word in words if word))

    def sayAll(self, utteranceIterator, progressCallback):
        self.reading = utteranceIterator
        GLib.idle_add(self._read_on, utteranceIterator, progressCallback)

    def _read_on(self, utterances, progress):
        pair = next(utterances, None) if self.reading is utterances else None
        if pair is None:
            return False
        context = pair[0]
        notebook.write("read", context.utterance)
        # Orca moves its reading position only when it is told that the words were heard.
        context.currentOffset = context.endOffset
        progress(context.copy(), speechserver.SayAllContext.COMPLETED)
        return True

    def stop(self):
        self.reading = None
        notebook.write("stop")


def install_server():
    """Put the recorder where Orca looks for its speech server."""
    module = types.ModuleType(MODULE)
    module.SpeechServer = SpeechServer
    sys.modules[MODULE] = module
    os.makedirs(PREFERENCES, exist_ok=True)
    orca.getSettingsManager().activate(PREFERENCES, dict(SETTINGS))
    for name, value in SETTINGS.items():
        setattr(settings, name, value)
    sys.path.insert(0, PREFERENCES)


def watch_activity(manager):
    """Count each accessibility or keyboard event that Orca takes up as activity."""

    def watched(method):
        @functools.wraps(method)
        def run(*args, **kwargs):
            notebook.touch()
            try:
                return method(*args, **kwargs)
            finally:
                notebook.touch()

        return run

    for name in ("_enqueue", "_processObjectEvent", "_processKeyboardEvent"):
        setattr(manager, name, watched(getattr(manager, name)))


def mark_live_regions():
    """Know which speech comes from a live region: Orca speaks that from one method."""
    pump = liveregions.LiveRegionManager.pumpMessages

    def marked(self):
        notebook.in_live_region = True
        try:
            return pump(self)
        finally:
            notebook.in_live_region = False

    liveregions.LiveRegionManager.pumpMessages = marked


def reading_mode(script):
    """"focus" (keys go to the page), "browse" (keys move Orca's caret), or "" outside the web."""
    try:
        return "focus" if script.inFocusMode() else "browse"
    except AttributeError:
        return ""


def describe_state(manager):
    script = orca_state.activeScript
    return {
        "idleMs": round((time.monotonic() - notebook.active) * 1000),
        "queued": manager._eventQueue.qsize(),
        "script": str(getattr(script, "name", script)),
        "mode": reading_mode(script),
    }


class StateService:
    """Answers questions from within Orca's main loop, so that an answer also means: it is not stuck."""

    def __init__(self, path, manager):
        self.manager = manager
        self.connections = []
        self.service = Gio.SocketService()
        address = Gio.UnixSocketAddress.new(path)
        self.service.add_address(address, Gio.SocketType.STREAM, Gio.SocketProtocol.DEFAULT, None)
        self.service.connect("incoming", self._accept)
        self.service.start()

    def _accept(self, _service, connection, _source):
        lines = Gio.DataInputStream.new(connection.get_input_stream())
        self.connections.append((connection, lines))
        self._listen(connection, lines)
        return True

    def _listen(self, connection, lines):
        lines.read_line_async(GLib.PRIORITY_LOW, None, self._answer, connection)

    def _answer(self, lines, result, connection):
        try:
            line = lines.read_line_finish_utf8(result)[0]
        except GLib.Error:
            line = None
        if line is None:
            connection.close(None)
            return
        reply = json.dumps(describe_state(self.manager)) + "\n"
        connection.get_output_stream().write(reply.encode())
        self._listen(connection, lines)


install_server()
events = event_manager.getManager()
watch_activity(events)
mark_live_regions()
service = StateService(os.path.join(FOLDER, "state.sock"), events)
sys.exit(orca.main())
