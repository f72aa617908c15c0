#include "models/plan/secretmask.h"

#include "models/base/json.h"
#include "models/base/utf8.h"

#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr auto asterisks = "******";
constexpr qsizetype shortest = 3; ///< Of what is masked inside of words too.
constexpr qsizetype telling = TextFinder::shortest; ///< Of what no other text holds by chance.
constexpr qsizetype manyLines = 100; ///< Of these the short ones tell nothing.

/// `message` with `to` in the place of `from` where that stands in quotation marks.
void replaceQuoted(QString &message, const QString &from, const QString &to)
{
    constexpr std::array<std::array<char16_t, 2>, 4> quotes
        = {{{u'“', u'”'}, {u'\'', u'\''}, {u'"', u'"'}, {u'`', u'`'}}};
    for (const auto &[open, close] : quotes)
        message.replace(QChar(open) + from + QChar(close), QChar(open) + to + QChar(close));
}

} // namespace

SecretMask::SecretMask(const Form &form, const ShownPaths &paths)
    : m_names(form.schema().secretNames())
{
    const Map answers = form.answers();
    for (const QString &secret : std::as_const(m_names))
        addValue(answers.value(secret));
    const auto isLonger = [](const QString &a, const QString &b) { return a.size() > b.size(); };
    std::ranges::stable_sort(m_texts, isLonger);
    QSet<QString> known;
    m_texts.removeIf([&known](const QString &text) {
        const bool isKnown = known.contains(text);
        known.insert(text);
        return isKnown;
    });
    for (const QString &text : std::as_const(m_texts)) {
        m_inMessages += {text, QString::fromLatin1(asterisks)};
        if (text.size() >= telling)
            m_telling.add(text.toUtf8());
    }
    for (const auto &[path, shown] : paths.asKeyValueRange())
        addPath(path, shown);
    std::ranges::stable_sort(m_inMessages, isLonger, &Replacement::from);
}

/// `text`, and each line of one that has several.
void SecretMask::addText(const QString &text)
{
    const QStringList lines = text.split(u'\n');
    const qsizetype least = lines.size() > manyLines ? telling : 1;
    m_texts += text;
    for (const QString &line : lines) {
        if (const QString trimmed = line.trimmed(); trimmed.size() >= least)
            m_texts += trimmed;
    }
}

/// The texts in `value`, however deep they stand.
void SecretMask::addValue(const Value &value)
{
    if (const QString *text = value.toText()) {
        if (!text->trimmed().isEmpty())
            addText(*text);
    } else if (value.toInteger() || value.toFloat()) {
        m_texts += QString::fromUtf8(toJson(value));
    }
    if (const List *items = value.toList()) {
        for (const Value &item : *items)
            addValue(item);
    }
    if (const Map *entries = value.toMap()) {
        for (const Map::Entry &entry : *entries)
            addValue(entry.value);
    }
}

/// Messages name a path, a folder above it, or one of its components.
void SecretMask::addPath(const QByteArray &path, const QByteArray &shown)
{
    const auto add = [this](const QByteArray &from, const QByteArray &to) {
        if (from != to && !from.isEmpty())
            m_inMessages += {displayed(from), displayed(to)};
    };
    add(path, shown);
    const QByteArrayList parts = path.split('/');
    const QByteArrayList shownParts = shown.split('/');
    if (parts.size() != shownParts.size())
        return;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        add(parts.at(i), shownParts.at(i));
        add(parts.first(i + 1).join('/'), shownParts.first(i + 1).join('/'));
    }
}

bool SecretMask::covers(const jinja::Sources &sources) const
{
    return std::ranges::any_of(
        m_names, [&sources](const QString &name) { return sources.data.contains(name); });
}

bool SecretMask::isWrittenIn(QByteArrayView bytes) const
{
    return m_telling.isOneIn(bytes);
}

bool SecretMask::isIn(const Value &value) const
{
    if (const List *items = value.toList())
        return std::ranges::any_of(*items, [this](const Value &item) { return isIn(item); });
    if (const Map *entries = value.toMap())
        return std::ranges::any_of(*entries, [this](const Map::Entry &entry) {
            return isWrittenIn(entry.key.toUtf8()) || isIn(entry.value);
        });
    return isWrittenIn(value.toText() ? value.toText()->toUtf8() : toJson(value));
}

QByteArray SecretMask::masked(const jinja::Rendered &rendered) const
{
    const jinja::Provenance &provenance = rendered.provenance;
    if (m_names.isEmpty())
        return rendered.bytes;
    QByteArray shown = provenance.stretches.empty() ? rendered.bytes : QByteArray();
    bool isBehindMask = false;
    for (const jinja::Stretch &stretch : provenance.stretches) {
        if (stretch.start == stretch.end)
            continue;
        const bool isSecret = covers(provenance.answers.at(stretch.answers));
        if (!isSecret)
            shown += rendered.bytes.sliced(stretch.start, stretch.end - stretch.start);
        else if (!isBehindMask)
            shown += asterisks;
        isBehindMask = isSecret;
    }
    return m_telling.replaced(shown, asterisks);
}

QString SecretMask::masked(const QString &text, const jinja::Sources &sources) const
{
    if (text.isEmpty())
        return text;
    const QString hidden = QString::fromLatin1(asterisks);
    const QString shown = covers(sources) ? m_noted->value(text, hidden) : text;
    return QString::fromUtf8(m_telling.replaced(shown.toUtf8(), asterisks));
}

void SecretMask::note(const QString &text, const QString &shown) const
{
    const auto noted = m_noted->constFind(text);
    const bool isOther = noted != m_noted->cend() && *noted != shown;
    m_noted->insert(text, isOther ? QString::fromLatin1(asterisks) : shown);
}

QString SecretMask::inMessage(QString message) const
{
    for (const auto &[from, to] : m_inMessages) {
        if (message == from)
            message = to;
        else if (from.size() < shortest)
            replaceQuoted(message, from, to);
        else
            message.replace(from, to);
    }
    return message;
}

Problem SecretMask::masked(Problem problem) const
{
    for (QString *part : {&problem.message, &problem.hint, &problem.excerpt, &problem.file})
        *part = inMessage(*part);
    return problem;
}

} // namespace waymark
