"""The passage of a text that answers, its words marked. Pure."""

import re

from core.search.normalizer import words

LONGEST_EXCERPT = 200
LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
SIGNS = re.compile(r"[*_`]+|^\s*(?:[#>]+|[-+]|\d+\.)\s+|^\s*\|?[-|: ]+\|?\s*$", re.MULTILINE)


def plain(markdown):
    """Return a Markdown text without its signs, one paragraph or item a line."""
    text = SIGNS.sub("", LINK.sub(r"\1", markdown)).replace("|", " ")
    return "\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())


def marked(text, keys):
    """Return a text as a tuple of (part, whether it is one of the words asked for)."""
    parts, end = [], 0
    for word in words(text):
        if word.key in keys and not word.is_stop:
            parts += [(text[end : word.start], False), (text[word.start : word.end], True)]
            end = word.end
    return tuple(part for part in (*parts, (text[end:], False)) if part[0])


def excerpt(texts, keys):
    """Return the passage that holds most of the keys, cut around them and `marked`; () when none does."""
    best, most = "", 0
    for line in (line for text in texts for line in text.splitlines()):
        held = len({word.key for word in words(line)} & keys)
        if held > most:
            best, most = line, held
    return marked(cut(best, keys), keys) if most else ()


def cut(line, keys):
    """Return a line of at most LONGEST_EXCERPT characters around its first word asked for."""
    if len(line) <= LONGEST_EXCERPT:
        return line
    first = next(word.start for word in words(line) if word.key in keys)
    start = max(0, min(first - LONGEST_EXCERPT // 3, len(line) - LONGEST_EXCERPT))
    if start:
        start = line.find(" ", start) + 1
    end = start + LONGEST_EXCERPT
    if end < len(line):
        end = line.rfind(" ", first, end) if " " in line[first:end] else end
    return f"{'… ' if start else ''}{line[start:end]}{' …' if end < len(line) else ''}"
