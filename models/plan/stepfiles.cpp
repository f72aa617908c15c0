#include "models/plan/stepfiles.h"

#include "models/base/textcontext.h"
#include "models/base/utf8.h"

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::Provenance;
using jinja::Sources;

constexpr TextContext translated("FileActions");

/// Adds a stretch of `size` bytes at the end of `provenance`.
void addStretch(Provenance &provenance, qsizetype size, const QString &file,
                const std::optional<SourcePosition> &position, const Sources &sources)
{
    qsizetype source = provenance.templates.indexOf(file);
    if (source < 0) {
        source = provenance.templates.size();
        provenance.templates += file;
    }
    qsizetype answers = provenance.answers.indexOf(sources);
    if (answers < 0) {
        answers = provenance.answers.size();
        provenance.answers += sources;
    }
    const qsizetype start = provenance.stretches.empty() ? 0 : provenance.stretches.back().end;
    provenance.stretches.push_back({.start = start,
                                    .end = start + size,
                                    .source = static_cast<int>(source),
                                    .position = position.value_or(SourcePosition{}),
                                    .answers = static_cast<int>(answers)});
}

} // namespace

Result<> StepFiles::goOn(QStringView key) const
{
    const auto goesOn = m_workspace.budget().check();
    if (goesOn)
        return {};
    const YamlNode *node = m_input.step().input.find(key);
    return failure(m_run.context.placed(goesOn.error().problem, node ? *node : m_run.step.node));
}

Result<> StepFiles::look(qsizetype count, QStringView key) const
{
    m_workspace.budget().takeSteps(count * PlanBudget::stepsOfALook);
    return goOn(key);
}

Result<> StepFiles::takeBytes(qsizetype bytes, QStringView key) const
{
    m_workspace.budget().takeBytes(bytes);
    return goOn(key);
}

std::unexpected<Error> StepFiles::tooLarge(QStringView key) const
{
    m_workspace.budget().refuseFile();
    return std::unexpected(goOn(key).error());
}

Result<const RenderedFile *> StepFiles::read(const QByteArray &path, QStringView key) const
{
    const RenderedFile *file = m_workspace.file(path);
    if (!file)
        return m_input.wrong(
            translated("There is no file “%1” that this step could read.").arg(displayed(path)),
            translated("Correct the path, or let an earlier step make the file."), key);
    if (file->mode == FileMode::Link)
        return m_input.wrong(
            translated("“%1” is a link, and no step follows links.").arg(displayed(path)),
            translated("Name the file itself that it leads to."), key);
    return file;
}

std::unexpected<Error> StepFiles::unreadable(const QByteArray &path, const Error &error) const
{
    const Problem &problem = error.problem;
    const QString line
        = problem.position ? u':' + QString::number(problem.position->line) : QString();
    return m_input.wrong(
        translated("“%1” cannot be read: %2").arg(displayed(path) + line, problem.message),
        problem.hint, u"path");
}

FileText StepFiles::text(const QByteArray &bytes, const Sources &sources, QStringView key) const
{
    const YamlNode *node = m_input.step().input.find(key);
    const Problem place = m_run.context.placed({}, node ? *node : m_run.step.node);
    FileText text{.bytes = bytes};
    addStretch(text.provenance, bytes.size(), m_run.loaded.entry.definition.file, place.position,
               because(sources));
    return text;
}

FileText StepFiles::appended(const RenderedFile &file, const FileText &more) const
{
    m_workspace.budget().takeStretches(file.provenance);
    FileText text{.bytes = file.content + more.bytes, .provenance = file.provenance};
    if (text.provenance.stretches.empty() && !file.content.isEmpty())
        addStretch(text.provenance, file.content.size(), displayed(file.templatePath), {}, {});
    for (const jinja::Stretch &stretch : more.provenance.stretches)
        addStretch(text.provenance, stretch.end - stretch.start,
                   more.provenance.templates.at(stretch.source), stretch.position,
                   more.provenance.answers.at(stretch.answers));
    return text;
}

Result<> StepFiles::write(const QByteArray &path, const FileText &text, const Sources &pathSources,
                          QStringView key) const
{
    const RenderedFile *there = m_workspace.file(path);
    if (m_workspace.hasFolder(path))
        return m_input.wrong(
            translated("“%1” is a folder; the step would write a file there.").arg(displayed(path)),
            translated("Give the file another name."), key);
    if (there && there->mode == FileMode::Link)
        return m_input.wrong(
            translated("“%1” is a link, and no step follows links.").arg(displayed(path)),
            translated("Name the file itself that it leads to."), key);
    const QByteArray templatePath = m_run.loaded.entry.definition.fileName();
    if (!m_run.runs.isTrue) {
        if (there)
            m_workspace.dependOn(path, m_run.runs.sources);
        else
            m_workspace.leaveOut({.path = path,
                                  .templatePath = templatePath,
                                  .because = m_run.runs.sources.asControl()},
                                 {});
        return {};
    }
    m_workspace.budget().takeSteps(PlanBudget::stepsOfAFile);
    m_workspace.budget().takeFile(text.bytes.size());
    if (!there)
        m_workspace.budget().takePath();
    if (const auto goesOn = goOn(key); !goesOn)
        return goesOn;
    RenderedFile file = there ? *there : RenderedFile{.path = path, .templatePath = templatePath};
    if (!there)
        file.presence = because(pathSources);
    file.content = text.bytes;
    file.provenance = text.provenance;
    m_workspace.show(path, shown(path, pathSources));
    m_workspace.write(std::move(file));
    return {};
}

void StepFiles::dependOn(const QByteArray &path, const Sources &sources) const
{
    if (m_run.runs.isTrue && !sources.isEmpty())
        m_workspace.dependOn(path, sources);
}

void StepFiles::remove(const QByteArray &path, const Sources &others) const
{
    if (m_run.runs.isTrue)
        m_workspace.remove(path, because(others));
    else
        m_workspace.dependOn(path, m_run.runs.sources);
}

void StepFiles::removeFolder(const QByteArray &path, const Sources &others) const
{
    if (m_run.runs.isTrue)
        return m_workspace.removeFolder(path, because(others));
    for (const QByteArray &file : m_workspace.filePaths()) {
        if (file.startsWith(path + '/'))
            m_workspace.dependOn(file, m_run.runs.sources);
    }
}

void StepFiles::move(const QByteArray &from, const QByteArray &to, const Sources &pathSources) const
{
    if (m_run.runs.isTrue)
        return m_workspace.move(from, to, shown(to, pathSources), because(pathSources));
    for (const QByteArray &file : m_workspace.filePaths()) {
        if (file == from || file.startsWith(from + '/'))
            m_workspace.dependOn(file, m_run.runs.sources);
    }
}

QByteArray StepFiles::shown(const QByteArray &path, const Sources &sources) const
{
    return m_run.context.mask().masked(QString::fromUtf8(path), sources).toUtf8();
}

} // namespace waymark
