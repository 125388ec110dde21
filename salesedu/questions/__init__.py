"""Questions: their types, their bank, and how they are graded.

==============  =======================================================================
``types``       the seven types, as validated dataclasses (``parts``: what they hold)
``bank``        load, check, find and bake the questions of a chapter
``grade``       judge a response (the page does the same in JavaScript)
``numbers``     read a number as people write it
``variants``    draw fresh figures for a number question
``exam``        draw the final exam
``registry``    the functions that a bank may name
==============  =======================================================================
"""

__all__ = ["bank", "exam", "grade", "numbers", "registry", "types", "variants"]
