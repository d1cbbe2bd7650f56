"""An encoder is tuned: what states the same comes near, what else its story says goes away.

Each step takes a story. Its vectors are centred as the program centres them, v - mean n / (n + 5); of each stretch and
each other that states the same, the softmax over this and all that state something else should choose it (supervised
InfoNCE, with a temperature). Word embeddings and the lower layers stay as they are: so few texts would spoil them.

Sources: Khosla and others 2020 (supervised contrastive learning); Loshchilov, Hutter 2019 (AdamW).
"""
import random
import shutil
import sys
import time

import torch
from safetensors.torch import save_file
from torch.nn import functional
from transformers import AutoModel, AutoTokenizer
from transformers.utils import logging

from stories import steps_of, texts_for

TEMPERATURE = 0.1
LEARNING_RATE = 5e-5
EPOCHS = 2
WARMING = 0.1            # share of all steps in which the rate grows
FROZEN = 1 / 3           # of the layers, the lower ones
SHARE_OF_CLAUSES = 0.5   # of marked stretches in a step that come with the clause around them
COUNTED_BESIDE = 5       # as meaning_likeness.cpp has it
PIECES, BATCH = 96, 32
SEED = 1

logging.set_verbosity_error()
logging.disable_progress_bar()


def tune(folder, stories, out, say):
    """Writes the model of the folder, tuned on the stories, to `out`. say(share of the work, seconds) now and then."""
    torch.manual_seed(SEED)
    draw = random.Random(SEED)
    tokenizer, model = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder)
    _freeze(model)
    steps = steps_of(draw.sample(stories, len(stories)))
    count, begin = EPOCHS * len(steps), time.monotonic()
    optimiser = torch.optim.AdamW([p for p in model.parameters() if p.requires_grad], lr=LEARNING_RATE)
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1, (step + 1) / (WARMING * count)) * (1 - step / count))
    model.train()
    done = 0
    for _ in range(EPOCHS):
        for step in draw.sample(steps, len(steps)):
            loss = _loss_of_step(model, tokenizer, step, draw)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1)
            optimiser.step()
            rate.step()
            done += 1
            say(done / count, time.monotonic() - begin)
    _write(model, folder, out)


def _freeze(model):
    layers = model.encoder.layer
    for part in [model.embeddings, *layers[:int(len(layers) * FROZEN)]]:
        for numbers in part.parameters():
            numbers.requires_grad = False


def _loss_of_step(model, tokenizer, step, draw):
    drawn = [texts_for(story, draw, SHARE_OF_CLAUSES) for story in step]
    vectors = _encode(model, tokenizer, [text for texts, _ in drawn for text in texts])
    losses, begin = [], 0
    for texts, points in drawn:
        losses.append(_loss(vectors[begin:begin + len(texts)], points) * len(texts))
        begin += len(texts)
    return sum(losses) / begin


def _encode(model, tokenizer, texts):
    """A row of length 1 for each text; texts of like length share a batch."""
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    rows = [None] * len(texts)
    for begin in range(0, len(order), BATCH):
        batch = order[begin:begin + BATCH]
        pieces = tokenizer([texts[i] for i in batch], padding=True, truncation=True, max_length=PIECES, return_tensors="pt")
        mask = pieces["attention_mask"].unsqueeze(-1).float()
        sums = (model(**pieces).last_hidden_state * mask).sum(1)
        for i, row in zip(batch, functional.normalize(sums / mask.sum(1), dim=1)):
            rows[i] = row
    return torch.stack(rows)


def _loss(vectors, points):
    count = len(points)
    vectors = functional.normalize(vectors - vectors.mean(0) * count / (count + COUNTED_BESIDE), dim=1)
    same = torch.tensor([[a is not None and a == b for b in points] for a in points])
    nearness = vectors @ vectors.T / TEMPERATURE
    others = torch.logsumexp(nearness.masked_fill(same | torch.eye(count, dtype=torch.bool), -1e9), 1)
    wanted = same & ~torch.eye(count, dtype=torch.bool)
    misses = functional.softplus(others[:, None] - nearness)  # -log of the softmax's share
    return (misses * wanted).sum() / max(1, wanted.sum())


def _write(model, folder, out):
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(folder, out, ignore=shutil.ignore_patterns("reprise.json"))
    save_file({name: numbers.contiguous() for name, numbers in model.state_dict().items()}, out / "model.safetensors")


def tell(what):
    """A function for `say` that keeps one line on the terminal up to date, or writes one at the end in a pipe."""
    def say(share, seconds):
        left = seconds / share * (1 - share)
        if sys.stderr.isatty():
            print(f"\r{what}: {share:4.0%}, {left / 60:.0f} min left ", end="\n" if share == 1 else "", file=sys.stderr, flush=True)
        elif share == 1:
            print(f"{what}: done in {seconds / 60:.1f} min", file=sys.stderr, flush=True)
    return say
