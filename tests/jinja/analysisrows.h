#pragma once

#include "models/jinja/analysis.h"

#include <QMap>

/// What the tests of the analysis have in common: templates by name, and analyses as text.
namespace analysisrows {

using namespace waymark;
using namespace Qt::StringLiterals;

using Files = QMap<QString, QByteArray>;

[[nodiscard]] inline jinja::Options optionsWith(jinja::Language language, const Files &files)
{
    jinja::Options options;
    options.language = language;
    options.extensions = QStringList{u"jinja2.ext.loopcontrols"_s, u"jinja2.ext.do"_s,
                                     u"jinja2.ext.debug"_s, u"jinja2.ext.i18n"_s};
    options.loader = [files](const QString &name) -> Result<std::optional<QByteArray>> {
        const auto file = files.constFind(name);
        return file == files.cend() ? std::nullopt : std::optional(*file);
    };
    return options;
}

/// The templates that rows include, import and extend.
[[nodiscard]] inline Files otherFiles()
{
    return {
        {u"part"_s, "{{ port }}"},
        {u"local"_s, "{{ local }}"},
        {u"lib"_s, "{% macro m(x) %}{{ x }}{{ name }}{% endmacro %}{% set v = 1 %}"},
        {u"base"_s, "{{ title }}{% block a %}{{ name }}{% endblock %}{% block b %}{% endblock %}"},
        {u"loop"_s, "{% include 'loop' %}{{ port }}"},
        {u"broken"_s, "{{ "},
        {u"deep/x"_s, "{% include './y' %}"},
        {u"deep/y"_s, "{{ port }}"}};
}

[[nodiscard]] inline jinja::KnownNames contextNames()
{
    jinja::KnownNames known;
    for (const QString &name : {u"name"_s, u"port"_s, u"items"_s, u"title"_s})
        known.add(name);
    known.add(u"values"_s, {u"name"_s, u"port"_s, u"tags"_s});
    return known;
}

[[nodiscard]] inline jinja::Analysis analyzed(jinja::Language language, const QString &source,
                                              const std::optional<jinja::KnownNames> &known = {})
{
    return jinja::analyze(source, u"main"_s,
                          jinja::Environment(optionsWith(language, otherFiles())), known);
}

[[nodiscard]] inline QString placeText(const jinja::TemplatePlace &place)
{
    const QString file = place.file == u"main" ? QString() : place.file + u':';
    return file + u"%1:%2"_s.arg(place.position.line).arg(place.position.column);
}

/// "port values.name", with " *" where anything may be read.
[[nodiscard]] inline QString readsText(const jinja::Analysis &analysis)
{
    QStringList texts;
    for (const jinja::ContextRead &read : analysis.reads)
        texts += read.path.join(u'.');
    if (analysis.readsAnything)
        texts += u"*"_s;
    return texts.join(u' ');
}

/// "nmae@1:4~name": with "?" where it is only tested, "!" where it is out of reach, "+" where it is
/// set elsewhere, and what was meant.
[[nodiscard]] inline QString undefinedText(const jinja::Analysis &analysis)
{
    QStringList texts;
    for (const jinja::UndefinedName &name : analysis.undefined) {
        QString text = name.path.join(u'.') + u'@' + placeText(name.first);
        text += name.isOnlyTested ? u"?"_s : QString();
        text += name.isOutOfReach ? u"!"_s : QString();
        text += name.isSetElsewhere ? u"+"_s : QString();
        if (!name.hint.isEmpty())
            text += u'~' + name.hint.section(u'“', 1).section(u'”', 0, 0);
        texts += text;
    }
    return texts.join(u' ');
}

/// "set x@1:8": with "^" where others could import it.
[[nodiscard]] inline QString unusedText(const jinja::Analysis &analysis)
{
    QStringList texts;
    for (const jinja::UnusedName &name : analysis.unused) {
        const QString kind = name.kind == jinja::UnusedName::Kind::Macro ? u"macro "_s
            : name.kind == jinja::UnusedName::Kind::Import               ? u"import "_s
                                                                         : u"set "_s;
        texts += kind + name.name + u'@' + placeText(name.place)
            + (name.isExported ? u"^"_s : QString());
    }
    return texts.join(u", "_s);
}

/// "1:14 if", "2:1 jump"
[[nodiscard]] inline QString unreachableText(const jinja::Analysis &analysis)
{
    QStringList texts;
    for (const jinja::UnreachableCode &code : analysis.unreachable) {
        const bool isJump = code.why == jinja::UnreachableCode::Why::Jump;
        texts += placeText(code.place) + (isJump ? u" jump"_s : u" if"_s);
    }
    return texts.join(u", "_s);
}

} // namespace analysisrows
