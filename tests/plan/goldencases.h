#pragma once

#include "models/catalog/templatetree.h"
#include "models/plan/rendering.h"

#include <QFile>

#include <algorithm>

namespace waymark::testing {

/// A section of one of the files that tests/support/goldencases.py tells of.
struct GoldenSection
{
    QByteArrayList words;
    QByteArrayList lines;

    [[nodiscard]] bool is(QByteArrayView kind) const { return words.first() == kind; }
    [[nodiscard]] bool isLink() const { return words.contains("->"); }
    [[nodiscard]] bool isFolder() const { return path().endsWith('/'); }
    [[nodiscard]] bool has(const QByteArray &flag) const
    {
        return !isLink() && words.indexOf(flag) >= 2;
    }
    [[nodiscard]] QByteArray path() const
    {
        QByteArrayList names = words.sliced(1);
        if (isLink())
            return names.first(names.indexOf("->")).join(' ');
        while (names.size() > 1 && QByteArrayList{"x", "chop", "base64"}.contains(names.last()))
            names.removeLast();
        return names.join(' ');
    }
    /// Of a link, where it points.
    [[nodiscard]] QByteArray content() const
    {
        if (isLink())
            return words.last();
        if (has("base64"))
            return QByteArray::fromBase64(lines.join());
        QByteArray text;
        for (const QByteArray &line : lines)
            text += line + '\n';
        if (has("chop"))
            text.chop(1);
        return text;
    }
    [[nodiscard]] FileMode mode() const
    {
        return isLink() ? FileMode::Link : has("x") ? FileMode::Executable : FileMode::Regular;
    }
};

/// A template with one set of answers, and what the format's own tool makes of them.
struct GoldenCase
{
    QString name;
    QList<TemplateFile> files;
    QByteArrayList folders;
    QByteArray answers;
    QStringList made; ///< A picture of each file and empty folder; sorted.
    bool isRefused = false;
    QList<GoldenSection> more; ///< Of the result: what else there is of it.
};

inline QString goldenPicture(const QByteArray &path, FileMode mode, const QByteArray &content)
{
    const QString kind = mode == FileMode::Link ? QStringLiteral(" -> ")
        : mode == FileMode::Executable          ? QStringLiteral(" x: ")
                                                : QStringLiteral(": ");
    return QString::fromUtf8(path) + kind + QString::fromLatin1(content.toPercentEncoding(" \n"));
}

/// The same of what was rendered.
inline QStringList goldenPicture(const Rendering &rendering)
{
    QStringList made;
    for (const RenderedFile &file : rendering.files)
        made += goldenPicture(file.path, file.mode, file.content);
    for (const QByteArray &folder : rendering.folders)
        made += QString::fromUtf8(folder) + u'/';
    made.sort();
    return made;
}

/// Errors of the template as a whole, and all problems of files.
inline QStringList goldenProblems(const Rendering &rendering)
{
    QStringList problems;
    for (const Problem &problem : rendering.problems) {
        if (problem.severity == Severity::Error)
            problems += problem.toString();
    }
    for (const RenderedFile &file : rendering.files) {
        for (const Problem &problem : file.problems)
            problems += problem.toString();
    }
    return problems;
}

inline QList<GoldenSection> goldenSections(const QByteArray &text)
{
    QList<GoldenSection> sections;
    QByteArrayList lines = text.split('\n');
    lines.removeLast();
    for (const QByteArray &line : lines) {
        if (line.startsWith("#! "))
            sections += GoldenSection{.words = line.sliced(3).split(' '), .lines = {}};
        else
            sections.last().lines += line;
    }
    return sections;
}

inline QList<GoldenCase> goldenCases(const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(file));
    QList<GoldenCase> cases;
    GoldenCase now;
    for (const GoldenSection &section : goldenSections(source.readAll())) {
        const QByteArray path = section.words.size() > 1 ? section.path() : QByteArray();
        if (section.is("case")) {
            now = {};
            now.name = QString::fromUtf8(path);
        } else if (section.is("template") && section.isFolder()) {
            now.folders += path.chopped(1);
        } else if (section.is("template")) {
            now.files += {.path = path, .mode = section.mode(), .content = section.content()};
        } else if (section.is("answers")) {
            cases += now;
            cases.last().name += QStringLiteral(": ") + QString::fromUtf8(path);
            cases.last().answers = section.content();
        } else if (section.is("refused")) {
            cases.last().isRefused = true;
        } else if (section.is("made")) {
            cases.last().made += section.isFolder()
                ? QString::fromUtf8(path)
                : goldenPicture(path, section.mode(), section.content());
            cases.last().made.sort();
        } else {
            cases.last().more += section;
        }
    }
    return cases;
}

} // namespace waymark::testing
