#include "models/plan/secretanswers.h"

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

/// Whether what stands for the question `name` is made of a secret answer.
bool comesFromSecret(const Form &form, const QString &name, const SecretMask &mask)
{
    const jinja::TaggedValue *seen = form.context().find(name);
    return seen && mask.covers(seen->allSources());
}

/// The same, had nothing been given there.
bool isDefaultFromSecret(Form form, const QString &name, const SecretMask &mask)
{
    form.removeAnswer({name});
    return comesFromSecret(form, name, mask);
}

} // namespace

QStringList secretAnswers(const Form &form, const SecretMask &mask)
{
    QStringList names = form.schema().secretNames();
    if (names.isEmpty())
        return names;
    const Map answers = form.answers();
    names.removeIf([&answers](const QString &name) { return !answers.contains(name); });
    for (const Map::Entry &answer : answers) {
        if (!names.contains(answer.key)
            && (comesFromSecret(form, answer.key, mask) || mask.isIn(answer.value)))
            names += answer.key;
    }
    return names;
}

QList<AnswerDeviation> deviationsWithoutSecrets(const Template &definition, const Form &form,
                                                const SecretMask &mask)
{
    QList<AnswerDeviation> found = deviations(definition, form);
    if (form.schema().secretNames().isEmpty())
        return found;
    const Value hidden(u"******"_s);
    for (AnswerDeviation &deviation : found) {
        if (isDefaultFromSecret(form, deviation.answer, mask) || mask.isIn(deviation.golden))
            deviation.golden = hidden;
        if (comesFromSecret(form, deviation.answer, mask) || mask.isIn(deviation.value))
            deviation.value = hidden;
    }
    return found;
}

} // namespace waymark
