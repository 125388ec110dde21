"""The lab in the browser: every workbook in JupyterLite, with pandas and the course, from the book's own site.

``python -m salesedu.site.lab _build/html`` (``make lite``) puts it in ``lab/`` of the built book. What is slow is
made once and kept in the cache under a fingerprint of what went in:

========================  =====================================================  ====================
:mod:`.pyodide`           Pyodide's files, checked, from one of two providers    once, needs a network
:mod:`.app`               the JupyterLite application                            some seconds, once
:mod:`.kernel`            Python and all packages, compiled                      a minute, once
:mod:`.wheel`             the course                                             seconds, when it changes
:mod:`.contents`          workbooks and tables, as the lab lists them            at once
:mod:`.place`             all of it, in the site                                 at once
========================  =====================================================  ====================
"""
