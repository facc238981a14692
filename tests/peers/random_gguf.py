"""A language model of random weights in llama.cpp's format, half a megabyte: garbage in whatever form is asked for.

python random_gguf.py FILE        (needs the packages gguf and numpy)
"""

from __future__ import annotations

import sys

import gguf  # type: ignore[import-not-found, unused-ignore]
import numpy as np

WIDTH, LAYERS, HEADS, INNER, CONTEXT = 64, 2, 4, 128, 32768


def write(path: str) -> None:
    """A llama of two layers; its vocabulary is the 256 bytes and a few letters' pairs."""
    chance = np.random.default_rng(7)
    out = gguf.GGUFWriter(path, "llama")
    out.add_name("random")
    out.add_context_length(CONTEXT)
    out.add_embedding_length(WIDTH)
    out.add_block_count(LAYERS)
    out.add_feed_forward_length(INNER)
    out.add_head_count(HEADS)
    out.add_head_count_kv(HEADS)
    out.add_rope_dimension_count(WIDTH // HEADS)
    out.add_layer_norm_rms_eps(1e-5)
    tokens = _vocabulary()
    out.add_tokenizer_model("llama")
    out.add_token_list([t for t, _ in tokens])
    out.add_token_scores([-float(n) for n in range(len(tokens))])
    out.add_token_types([kind for _, kind in tokens])
    out.add_bos_token_id(1)
    out.add_eos_token_id(2)
    out.add_unk_token_id(0)
    out.add_chat_template("{% for m in messages %}{{ m.role }}: {{ m.content }}\n{% endfor %}assistant:")

    def some(*shape: int) -> np.ndarray:
        return chance.normal(0, 0.4, shape).astype(np.float32)

    out.add_tensor("token_embd.weight", some(len(tokens), WIDTH))
    out.add_tensor("output.weight", some(len(tokens), WIDTH))
    out.add_tensor("output_norm.weight", np.ones(WIDTH, np.float32))
    for layer in range(LAYERS):
        for name, shape in {
            "attn_q": (WIDTH, WIDTH), "attn_k": (WIDTH, WIDTH), "attn_v": (WIDTH, WIDTH),
            "attn_output": (WIDTH, WIDTH), "ffn_gate": (INNER, WIDTH), "ffn_up": (INNER, WIDTH),
            "ffn_down": (WIDTH, INNER),
        }.items():  # fmt: skip
            out.add_tensor(f"blk.{layer}.{name}.weight", some(*shape))
        for name in ("attn_norm", "ffn_norm"):
            out.add_tensor(f"blk.{layer}.{name}.weight", np.ones(WIDTH, np.float32))
    out.write_header_to_file()
    out.write_kv_data_to_file()
    out.write_tensors_to_file()
    out.close()


def _vocabulary() -> list[tuple[str, int]]:
    kind = gguf.TokenType
    special = [("<unk>", kind.UNKNOWN), ("<s>", kind.CONTROL), ("</s>", kind.CONTROL)]
    bytes_ = [(f"<0x{n:02X}>", kind.BYTE) for n in range(256)]
    letters = "abcdefghijklmnopqrstuvwxyz"
    pairs = [(a + b, kind.NORMAL) for a in "aeiostrn" for b in letters]
    single = [(c, kind.NORMAL) for c in letters + letters.upper() + "0123456789 .,:;!?'\"{}[]-_\n▁"]
    return [*special, *bytes_, *single, *pairs]


if __name__ == "__main__":
    write(sys.argv[1])
