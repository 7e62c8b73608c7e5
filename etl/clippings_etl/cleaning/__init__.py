"""Takes boilerplate lines out of an article, reads them, and keeps them aside.

cleaner.py      the way of a text: lines → claims of the rules → vetoes of the guards → Cleaned
rules.py        all rules in their order
rule.py         what a rule is: start here to add one
document.py     lines, their places, what a paragraph is
guards.py       what is kept whatever a rule says
headline.py     whether the first line is a headline
names.py, labels.py     what several families share
pagination.py, timestamp.py, credit.py, source.py, byline.py, related.py     the families
user_rules.py   the user's own rules: what they mean for a document; user_rules_file.py reads them from rules.yml,
                user_yaml.py finds its mistakes; user_lines.py, user_patterns.py   the lines that they describe
"""

from typing import TYPE_CHECKING

from ..lazy import lazily

if TYPE_CHECKING:
    from .cleaner import clean
    from .guards import GUARDS
    from .rule import Example, Guard, Rule, RuleSet
    from .rules import RULES, STANDARD, rules_version
else:
    __getattr__ = lazily(
        __name__,
        {
            "clean": "cleaner",
            "GUARDS": "guards",
            **dict.fromkeys(("Example", "Guard", "Rule", "RuleSet"), "rule"),
            **dict.fromkeys(("RULES", "STANDARD", "rules_version"), "rules"),
        },
    )

__all__ = ["GUARDS", "RULES", "STANDARD", "Example", "Guard", "Rule", "RuleSet", "clean", "rules_version"]
