"""Understands recordings with Debian's pocketsphinx, once by a grammar and once by its whole language.

Takes {"phrases": […], "files": […]} on stdin; prints one object a file:
{"closed": "…" or null, "open": ["…", …]}, and first {"unknown": […]}, phrases with words that it has
no sound for.
"""
import audioop
import json
import sys
import wave

from pocketsphinx import Decoder

MODEL = "/usr/share/pocketsphinx/model/en-us/"
task = json.load(sys.stdin)


def make():
    config = Decoder.default_config()
    config.set_string("-hmm", MODEL + "en-us")
    config.set_string("-dict", MODEL + "cmudict-en-us.dict")
    config.set_string("-logfn", "/dev/null")
    return Decoder(config)


decoder = make()
decoder.set_lm_file("open", MODEL + "en-us.lm.bin")
known = [p for p in task["phrases"] if all(decoder.lookup_word(w) for w in p.split())]
print(json.dumps({"unknown": sorted(set(task["phrases"]) - set(known))}), flush=True)
choice = " | ".join(sorted(set(known)))
decoder.set_jsgf_string("closed", "#JSGF V1.0; grammar p; public <p> = " + choice + ";")


def hear(search, samples):
    decoder.set_search(search)
    decoder.start_utt()
    decoder.process_raw(samples, False, True)
    decoder.end_utt()
    best = decoder.hyp()
    return best.hypstr if best else None


for file in task["files"]:
    with wave.open(file) as sound:
        samples = sound.readframes(sound.getnframes())
        if sound.getframerate() != 16000:
            samples, _ = audioop.ratecv(samples, 2, 1, sound.getframerate(), 16000, None)
    closed = hear("closed", samples)
    text = hear("open", samples)
    others = [entry.hypstr for entry, _ in zip(decoder.nbest(), range(5))] if text else []
    heard = list(dict.fromkeys([text, *others])) if text else []
    print(json.dumps({"closed": closed, "open": [t for t in heard if t]}), flush=True)
