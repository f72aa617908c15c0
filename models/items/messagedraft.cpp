#include "models/items/messagedraft.h"

#include <QCoreApplication>
#include <QTextBoundaryFinder>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString withoutEnd(QString text)
{
    while (!text.isEmpty() && text.back().isSpace())
        text.chop(1);
    return text;
}

} // namespace

MessageDraft::MessageDraft(const QString &message)
    : m_subject(message.section(u'\n', 0, 0))
    , m_body(message.section(u'\n', 1))
{
    while (m_body.startsWith(u'\n'))
        m_body.removeFirst();
}

MessageDraft::MessageDraft(const QString &subject, QString body)
    : m_subject(subject)
    , m_body(std::move(body))
{
    m_subject.replace(u'\n', u' ');
}

QString MessageDraft::message() const
{
    const QString subject = m_subject.trimmed();
    const QString body = withoutEnd(m_body);
    return body.isEmpty() ? subject : withoutEnd(subject + u"\n\n"_s + body);
}

int MessageDraft::subjectLength() const
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, m_subject);
    int length = 0;
    while (finder.toNextBoundary() > 0)
        ++length;
    return length;
}

QString MessageDraft::counter() const
{
    return QCoreApplication::translate("MessageDraft", "%1 of %2")
        .arg(subjectLength())
        .arg(subjectLimit);
}

bool MessageDraft::isSame(const QString &usual) const
{
    const QString said = message();
    return said.isEmpty() || said == MessageDraft(usual).message();
}

} // namespace waymark
