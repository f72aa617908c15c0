#include "models/items/equalcommand.h"

#include "models/base/utf8.h"
#include "models/catalog/answertext.h"
#include "models/git/shellwords.h"

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

/// "DATABASE_PASSWORD" of "databasePassword".
QString variableFor(const QString &name)
{
    QString variable;
    for (const QChar c : name) {
        const bool isPlain = c.unicode() < 128 && c.isLetterOrNumber();
        if (c.isUpper() && !variable.isEmpty() && !variable.endsWith(u'_'))
            variable += u'_';
        variable += isPlain ? c.toUpper() : QChar(u'_');
    }
    return variable;
}

QStringList answerWords(const Form &form, const QMap<QString, QString> &reasons)
{
    QStringList words;
    for (const QString &answer : namedAnswers(form))
        words += {u"--set"_s, answer};
    const Map answers = form.answers();
    for (const QString &secret : form.schema().secretNames()) {
        if (answers.contains(secret))
            words += {u"--secret"_s, secret + u"=env:"_s + variableFor(secret)};
    }
    for (const auto &[name, reason] : reasons.asKeyValueRange())
        words += {u"--reason"_s, name + u'=' + reason};
    return words;
}

QStringList fileWords(const PlanWishes &wishes)
{
    QStringList words;
    if (!wishes.record || wishes.declined.contains(recordPath.toByteArray()))
        words += u"--no-record"_s;
    for (const QByteArray &path : wishes.declined) {
        if (path != recordPath)
            words += {u"--decline"_s, displayed(path)};
    }
    for (const QByteArray &path : wishes.acceptedSecrets)
        words += {u"--accept-secret"_s, displayed(path)};
    for (const QString &path : wishes.golden)
        words += {u"--golden"_s, path};
    return words;
}

QStringList commitWords(const PlanWishes &wishes)
{
    if (!wishes.commit)
        return {u"--no-commit"_s};
    QStringList words;
    if (!wishes.message.isEmpty())
        words += {u"--message"_s, wishes.message};
    if (!wishes.branch.isEmpty())
        words += {u"--branch"_s, wishes.branch};
    if (wishes.signOff)
        words += u"--sign-off"_s;
    return words;
}

} // namespace

QString equalCommand(const CatalogEntry &entry, const Form &form, const QString &destination,
                     const PlanWishes &wishes)
{
    QStringList words{u"waymark"_s, u"new"_s, entry.id.isEmpty() ? entry.folder() : entry.id,
                      destination};
    words += answerWords(form, wishes.reasons) + fileWords(wishes) + commitWords(wishes)
        + QStringList{u"--defaults"_s};
    for (QString &word : words)
        word = git::shellQuoted(word);
    return words.join(u' ');
}

} // namespace waymark
