"""What Debian's pocketsphinx hears in a WAV file of 16,000 samples a second, by a JSGF grammar."""
import sys
import wave

from pocketsphinx import Decoder

MODEL = "/usr/share/pocketsphinx/model/en-us/"
file, grammar = sys.argv[1:]
config = Decoder.default_config()
config.set_string("-hmm", MODEL + "en-us")
config.set_string("-dict", MODEL + "cmudict-en-us.dict")
config.set_string("-logfn", "/dev/null")
decoder = Decoder(config)
decoder.set_jsgf_string("given", grammar)
decoder.set_search("given")
with wave.open(file) as recording:
    assert recording.getframerate() == 16000 and recording.getnchannels() == 1
    samples = recording.readframes(recording.getnframes())
decoder.start_utt()
decoder.process_raw(samples, False, True)
decoder.end_utt()
print(decoder.hyp().hypstr if decoder.hyp() else "")
