#include "models/catalog/copierquestionnaire.h"

#include "models/base/textcontext.h"
#include "models/catalog/copierasking.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("Copier");

/// The words in all texts of `value` that may be names of variables.
void addWords(const Value &value, QSet<QString> &words)
{
    if (const List *list = value.toList())
        std::ranges::for_each(*list, [&](const Value &item) { addWords(item, words); });
    QString word;
    const QString text = value.textOr() + u' ';
    for (const QChar c : text) {
        if (c.isLetterOrNumber() || c == u'_') {
            word += c;
        } else if (!word.isEmpty()) {
            words.insert(word);
            word.clear();
        }
    }
}

} // namespace

CopierQuestionnaire::CopierQuestionnaire(std::shared_ptr<const CopierSettings> settings)
    : m_settings(std::move(settings))
{
}

CopierQuestionnaire::~CopierQuestionnaire() = default;

std::shared_ptr<const CopierTexts> CopierQuestionnaire::texts() const
{
    auto texts = m_texts.load();
    if (!texts) {
        texts = std::make_shared<const CopierTexts>(*m_settings);
        m_texts.store(texts);
    }
    return texts;
}

QList<Questionnaire::Page> CopierQuestionnaire::pages() const
{
    return {{.title = translated("Questions")}};
}

QStringList CopierQuestionnaire::names() const
{
    QStringList names;
    for (const CopierQuestion &question : m_settings->questions)
        names += question.name;
    return names;
}

std::optional<Parameter> CopierQuestionnaire::parameter(const QString &name) const
{
    auto questioning = m_unanswered.load();
    if (!questioning) {
        questioning = std::make_shared<const Questioning>(ask({}, {}));
        m_unanswered.store(questioning);
    }
    for (const AskedQuestion &question : questioning->questions) {
        if (question.parameter.name == name)
            return question.parameter;
    }
    return std::nullopt;
}

QHash<QString, QStringList> CopierQuestionnaire::decidingAnswers() const
{
    const QStringList all = names();
    QHash<QString, QSet<QString>> deciding;
    for (const CopierQuestion &question : m_settings->questions) {
        QSet<QString> words;
        addWords(question.when, words);
        QSet<QString> names;
        for (const QString &name : all) {
            if (!words.contains(name) || name == question.name)
                continue;
            names.insert(name);
            names.unite(deciding.value(name)); // those come before it
        }
        deciding.insert(question.name, names);
    }
    QHash<QString, QStringList> sorted;
    for (const QString &name : all) {
        QStringList names = deciding.value(name).values();
        names.sort();
        if (!names.isEmpty())
            sorted.insert(name, names);
    }
    return sorted;
}

Map CopierQuestionnaire::answersIn(const Map &file) const
{
    const QStringList known = names();
    const auto isNote = [&known](const QString &name) {
        return (name == u"_commit" || name == u"_src_path") && !known.contains(name);
    };
    Map answers;
    for (const Map::Entry &entry : file) {
        if (!isNote(entry.key))
            answers.insert(entry.key, entry.value);
    }
    return answers;
}

QStringList CopierQuestionnaire::answersFiles() const
{
    return {isPlainText(m_settings->answersFile, m_settings->language)
                ? m_settings->answersFile
                : CopierSettings().answersFile};
}

Questioning CopierQuestionnaire::ask(const Map &given, const Occasion &occasion) const
{
    return CopierAsking(*m_settings, *texts(), given, occasion).run();
}

} // namespace waymark
