"""A small site in a language that is read from right to left, with names from other languages."""

from __future__ import annotations

SETTINGS = """\
site_name: مسرد
theme:
  name: material
  language: ar
  font: false
  features: [navigation.tabs]
  palette:
    - {media: '(prefers-color-scheme: light)', scheme: default, primary: custom, accent: custom}
    - {media: '(prefers-color-scheme: dark)', scheme: slate, primary: custom, accent: custom}
markdown_extensions: [attr_list, md_in_html, toc: {permalink: true}]
plugins: [search, macros: {modules: [unjargon], on_undefined: strict}, unjargon: {}]
"""

STAGE = """\
title: {title}
question: {question}
summary: نبدأ هنا ثم ندور مرة أخرى.
after: {after}
loops_back_to: [{{stage: {after}, when: إذا تغيرت البيانات.}}]
"""

FILES = {
    "mkdocs.yml": SETTINGS,
    "docs/index.md": """\
# الصفحة الرئيسية

نخشى فرط التخصيص في كل نموذج. وهذا نموذج من شركة Acme (UK)، وآخر.

{{ definition("overfitting") }}

{{ lifecycle() }}
""",
    "glossary/_vocabulary.yml": """\
domains: {kitchen: {title: المطبخ}}
departments: {sales: {title: المبيعات}}
""",
    "glossary/overfitting.yml": """\
term: فرط التخصيص
expansion: overfitting (in English)
short: حفظ النموذج الأمثلة عن ظهر قلب بدل أن يتعلم القاعدة.
plain: ينجح النموذج في الأمثلة التي رآها، ثم يخطئ في كل جديد.
why: رقم جميل قد يخدعنا.
why_for: {sales: لا تبنوا خطة على مثال واحد.}
analogies:
  kitchen:
    story: طباخ يحفظ وصفة واحدة ولا يفهم الطبخ.
    maps: {الأمثلة: الوصفة, النموذج: الطباخ}
    breaks_when: الطباخ يسأل، والنموذج لا يسأل.
misconceptions: [{claim: الخطأ القليل خير دائما., reality: ليس على الأمثلة المعروفة.}]
related: [model]
stages: [run]
""",
    "glossary/model.yml": """\
term: نموذج
aliases: [model]
short: برنامج تعلم من الأمثلة كيف يجيب.
plain: يتعلم من الأمثلة، ثم يخمن.
""",
    "docs/lifecycle/frame.yml": STAGE.format(
        title="تحديد المشكلة", question="ماذا نريد؟", after="run"
    ),
    "docs/lifecycle/build.yml": STAGE.format(
        title="بناء النموذج", question="ماذا نتعلم؟", after="frame"
    ),
    "docs/lifecycle/run.yml": STAGE.format(
        title="التشغيل", question="هل ما زال صحيحا؟", after="build"
    ),
    "docs/projects/orders.yml": """\
name: تقدير الطلبات
summary: يقدر نموذج عدد الطلبات كل يوم.
problem: كثرة الأخطاء.
contact: {name: فريق البيانات}
phase: production
stage: run
in_use: yes
affects: {sales: مفاجآت أقل.}
metrics: [{type: overfitting, unit: '%', value: 91, target: 90, baseline: 80, plain: من كل مئة.}]
deliverables:
  - {title: النسخة الأولى (v1), due: 2026-01-31, done: 2026-02-14}
  - {title: النسخة الثانية, due: 2026-11-13}
dates: {start: 2025-09-01, live: 2026-03-01, reviewed: 2026-06-30, next_review: 2026-12-31}
""",
    "docs/sessions/first.yml": """\
title: الكلمات الأولى
minutes: 10
goal: يعرف الجميع ما هو النموذج.
steps:
  - {title: كلمتان, minutes: 6, terms: [overfitting, model], notes: ابدأ بسؤال.}
  - {title: أسئلة, minutes: 4, ask: أين رأيتم ذلك؟}
""",
    "docs/paths/start.yml": """\
title: يومك الأول
audience: كل جديد
summary: كلمتان في عشر دقائق.
outcomes: [تعرف ما هو النموذج]
steps:
  - {title: الكلمات, minutes: 5, terms: [overfitting]}
  - {title: ما بعدها, minutes: 5, terms: [model]}
""",
}
"""All files of the site, by their paths."""

PAGES = {
    "home": "",
    "glossary": "glossary/",
    "word": "glossary/overfitting/",
    "life cycle": "lifecycle/",
    "stage": "lifecycle/build/",
    "portfolio": "projects/",
    "roadmap": "projects/roadmap/",
    "project": "projects/orders/",
    "session": "sessions/first/",
    "path": "paths/start/",
    "paste a text": "explain/",
    "slides": "sessions/first/deck.html",
    "handout": "sessions/first/handout.html",
}
"""Pages of each kind that has a look of its own."""
