#include "models/items/templatefacts.h"

#include "models/items/counted.h"

#include <QCoreApplication>

namespace waymark {
namespace {

QString keyOf(const CatalogEntry &entry)
{
    return entry.source.name + u'\n' + entry.path;
}

} // namespace

TemplateFacts::TemplateFacts(Worker::Executor execute, QObject *parent)
    : QObject(parent)
    , m_job(std::move(execute))
{
    connect(&m_job, &ExampleJob::ready, this,
            [this](const TemplateExample &example) { take(example); });
}

void TemplateFacts::show(const CatalogEntry &entry)
{
    if (m_key != keyOf(entry))
        clear();
    m_key = keyOf(entry);
    m_job.read(entry);
}

void TemplateFacts::clear()
{
    m_job.stop();
    m_key.clear();
    take({}, false);
}

QString TemplateFacts::filesText() const
{
    return m_isKnown ? counted("TemplateFacts", "1 file", "%n files", m_fileCount) : QString();
}

QString TemplateFacts::filesNote() const
{
    if (!m_isKnown || m_isRendered || m_fileCount == 0)
        return {};
    return QCoreApplication::translate("TemplateFacts",
                                       "Names as the template has them: its defaults could not be "
                                       "tried.");
}

void TemplateFacts::take(const TemplateExample &example, bool isKnown)
{
    m_files.setFiles(example.files, example.leftOut);
    m_questions.setExample(example);
    m_fileCount = example.files.size();
    m_isKnown = isKnown;
    m_isRendered = example.isRendered;
    m_problem = example.problem;
    m_faulty = example.faulty;
    m_pictures = example.pictures;
    Q_EMIT changed();
}

} // namespace waymark
