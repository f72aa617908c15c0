#include "models/plan/stepaction.h"

#include "models/plan/storedzip.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::Sources;
using jinja::TaggedValue;

constexpr InputKey zipKeys[] = {{u"path", inputs::Text, true}, {u"outputPath", inputs::Text, true}};

/// Puts a file or a folder into an archive.
class Zipping
{
public:
    Zipping(const StepRun &run, const ActionInput &input, Workspace &workspace)
        : m_files(run, input, workspace)
        , m_input(input)
        , m_workspace(workspace)
    {
    }

    Result<TaggedValue> run()
    {
        const auto from = m_input.path(u"path"_s);
        if (!from)
            return std::unexpected(from.error());
        const auto to = m_input.path(u"outputPath"_s);
        if (!to)
            return std::unexpected(to.error());
        m_sources = m_input.of(u"path"_s).allSources();
        const auto taken = m_workspace.hasFolder(*from) ? takeFolder(*from) : takeFile(*from);
        if (!taken)
            return std::unexpected(taken.error());
        const auto archive = storedZip(m_entries);
        if (!archive)
            return m_input.wrong(archive.error().problem.message, archive.error().problem.hint,
                                 u"path");
        const TaggedValue target = m_input.of(u"outputPath"_s);
        const auto written = m_files.write(*to, m_files.text(*archive, m_sources, u"path"),
                                           target.allSources(), u"outputPath");
        if (!written)
            return std::unexpected(written.error());
        return TaggedValue::fromMap({{u"outputPath"_s, target}});
    }

private:
    Result<> takeFile(const QByteArray &path)
    {
        return add(path, path.sliced(path.lastIndexOf('/') + 1));
    }

    /// With paths from that folder on; folders are entries too.
    Result<> takeFolder(const QByteArray &folder)
    {
        const QByteArray inside = folder.isEmpty() ? folder : folder + '/';
        QByteArrayList paths;
        for (const QByteArray &path : m_workspace.folderPaths())
            paths += path + '/';
        paths += m_workspace.filePaths();
        std::ranges::sort(paths);
        for (const QByteArray &path : std::as_const(paths)) {
            if (!path.startsWith(inside) || path == inside)
                continue;
            const QByteArray name = path.sliced(inside.size());
            if (name.endsWith('/'))
                m_entries += ZipEntry{.path = name};
            else if (const auto added = add(path, name); !added)
                return added;
        }
        return {};
    }

    Result<> add(const QByteArray &path, const QByteArray &name)
    {
        const auto file = m_files.read(path, u"path");
        if (!file)
            return std::unexpected(file.error());
        if (const auto goesOn = m_files.takeBytes((*file)->content.size(), u"path"); !goesOn)
            return goesOn;
        m_bytes += (*file)->content.size();
        if (m_bytes > m_workspace.limits().file)
            return m_files.tooLarge(u"path");
        m_sources = m_sources.with((*file)->provenance.all()).with((*file)->presence);
        m_entries += ZipEntry{.path = name, .mode = (*file)->mode, .content = (*file)->content};
        return {};
    }

    const StepFiles m_files;
    const ActionInput &m_input;
    Workspace &m_workspace;
    QList<ZipEntry> m_entries;
    qsizetype m_bytes = 0;
    Sources m_sources;
};

Result<TaggedValue> zip(const StepRun &run, const ActionInput &input, Workspace &workspace)
{
    return Zipping(run, input, workspace).run();
}

constexpr StepAction actions[] = {{u"roadiehq:utils:zip", zipKeys, zip}};

} // namespace

std::span<const StepAction> archiveActions()
{
    return actions;
}

} // namespace waymark
