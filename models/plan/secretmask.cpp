#include "models/plan/secretmask.h"

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qsizetype shortest = 3;

/// The texts in `value`, however deep they stand.
void collectTexts(const Value &value, QStringList &texts)
{
    if (const QString *text = value.toText(); text && text->size() >= shortest)
        texts += *text;
    if (const List *items = value.toList()) {
        for (const Value &item : *items)
            collectTexts(item, texts);
    }
    if (const Map *entries = value.toMap()) {
        for (const Map::Entry &entry : *entries)
            collectTexts(entry.value, texts);
    }
}

/// Puts asterisks in the place of each of some texts.
class Mask
{
public:
    explicit Mask(QStringList texts)
        : m_texts(std::move(texts))
    {
    }

    void operator()(QString &shown) const
    {
        for (const QString &text : m_texts)
            shown.replace(text, u"******"_s);
    }

    void operator()(Problem &problem) const
    {
        for (QString *part : {&problem.message, &problem.hint, &problem.excerpt, &problem.file})
            (*this)(*part);
    }

private:
    QStringList m_texts;
};

} // namespace

Plan withoutSecrets(Plan plan, const Form &form)
{
    QStringList texts;
    const Map answers = form.answers();
    for (const QString &secret : form.schema().secretNames())
        collectTexts(answers.value(secret), texts);
    if (texts.isEmpty())
        return plan;
    const Mask mask(texts);
    for (Problem &problem : plan.problems)
        mask(problem);
    for (PlannedFile &file : plan.files) {
        for (Problem &problem : file.change.problems)
            mask(problem);
    }
    for (QString &paragraph : plan.texts)
        mask(paragraph);
    for (OutputLink &link : plan.links) {
        mask(link.title);
        mask(link.url);
    }
    return plan;
}

} // namespace waymark
