"""The names of elements, and the words in class names and ids, that tell what a part of a page is."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a string."""
    return frozenset(text.split())


NEVER_SHOWN = words(
    "applet audio base button canvas dialog embed head iframe input link map math menu meta nav noindex noscript object"
    " optgroup option script select style svg template textarea title video"
)
"""Elements whose text is no part of what a reader reads."""
FURNITURE = words("aside figcaption footer form")
"""Elements whose text stands beside the article, unless a page puts most of its text there."""
INLINE = words(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp"
    " small span strike strong sub sup time tt u var wbr"
)
"""Elements that stand within a line."""
HEADINGS = words("h1 h2 h3 h4 h5 h6")
LISTED = words("dd fieldset li")
NO_CONTAINERS = words("p pre blockquote li h1 h2 h3 h4 h5 h6 ul ol tr tbody dl dt dd thead tfoot figure")
"""Elements that are parts of an article, never the whole."""
MAY_BE_LINKS = words("article dd div dl dt fieldset form li ol section table tbody td tr ul")
"""Elements that are navigation where links make up most of them."""
TELLING = words("h1 link meta script time title")
"""Elements that may say something about the article."""

FURNITURE_WORDS = words(
    "ad ads adv advert advertisement advertising agegate aside bio breadcrumb breadcrumbs byline caption carousel"
    " comment commenting comments consent contentinfo cookie cookies copyright credit credits dateline disqus embed"
    " footer form forms gdpr hidden legal login masthead menu modal nav navbar navi navigation newsletter outbrain"
    " overlay pager pagination paywall poll popular popup print promo promos promoted promotion rating recirc recommend"
    " recommendation recommendations recommended related relatedposts remark remarks replies reply respond rss seealso"
    " share sharebar sharedaddy sharing shop shoutbox sidebar signup skyscraper social sponsor sponsored subscribe"
    " subscription survey taboola tags teaser teasers timestamp toolbar tools tooltip trending widget widgets"
)
"""Words for what stands around articles."""
CONTENT_WORDS = words("article articlebody body content entry main post story text")
"""Words for the article, and often for more than the article."""
TELLING_WORDS = words("author authors byline created date dateline datetime posted pubdate publish published time")
"""Words for who wrote the article and when."""
FURNITURE_ROLES = words("alert alertdialog banner complementary contentinfo dialog form menu menubar navigation search")
"""Values of ``role`` for what stands around articles."""
NOBODY = words(
    "admin administrator anonymous author editor editors guest name nobody none null redacción redaction redakcja"
    " redaktion redação redazione root staff undefined unknown user webmaster редакция"
)
"""Words that stand where an author's name should."""
PICTURE_LIBRARIES = words(
    "123rf adobestock alamy corbis depositphotos dreamstime flickr fotolia getty gettyimages istock istockphoto pexels"
    " pixabay shutterstock thinkstock unsplash"
)
"""Who pictures come from, without spaces: old pages name them as the author, but they wrote nothing."""
