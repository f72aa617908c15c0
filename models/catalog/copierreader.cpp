#include "models/catalog/copierreader.h"

#include "models/base/textcontext.h"
#include "models/catalog/copiercasts.h"
#include "models/catalog/copierlanguage.h"
#include "models/catalog/copierquestionnaire.h"
#include "models/catalog/copierquestionreader.h"
#include "models/catalog/copieruses.h"

#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("Copier");

/// The release of Copier that is done as here.
using Version = std::array<int, 3>;
constexpr Version copierVersion = {9, 17, 2};

/// "9.4" or "v9.4.0rc1" as numbers; nothing: it is no version.
std::optional<Version> versionOf(QString text)
{
    text = text.trimmed();
    if (text.startsWith(u'v', Qt::CaseInsensitive))
        text.removeFirst();
    if (text.isEmpty() || !text.front().isDigit())
        return std::nullopt;
    Version version{};
    size_t part = 0;
    for (const QChar c : std::as_const(text)) {
        if (c == u'.')
            ++part;
        else if (!c.isDigit())
            break;
        else if (part < version.size())
            version[part] = std::min(version[part] * 10 + c.digitValue(), 100'000);
    }
    return version;
}

/// Reads the settings of one template.
class SettingsReader
{
public:
    SettingsReader(CopierFile &file, CopierSettings &settings)
        : m_file(file)
        , m_settings(settings)
    {
    }

    void read()
    {
        for (const CopierFile::Entry &entry : QList(m_file.entries())) {
            if (!entry.key.startsWith(u'_')) {
                if (const auto question = readCopierQuestion(m_file, entry))
                    m_settings.questions += *question;
            } else {
                readSetting(entry);
            }
        }
        for (CopierQuestion &question : m_settings.questions) {
            if (question.secret && !m_settings.secretNames.contains(question.name))
                m_settings.secretNames += question.name;
            question.secret = m_settings.secretNames.contains(question.name);
        }
    }

private:
    void readSetting(const CopierFile::Entry &entry)
    {
        if (entry.key.startsWith(u"_message_"))
            return readMessage(entry);
        if (entry.key == u"_tasks" || entry.key == u"_migrations")
            return readTasks(entry);
        if (entry.key == u"_exclude") {
            m_settings.exclude = texts(entry);
            m_settings.excludePlace = entry.place;
        } else if (entry.key == u"_skip_if_exists") {
            m_settings.skipIfExists = texts(entry);
        } else if (entry.key == u"_secret_questions") {
            m_settings.secretNames = texts(entry);
        } else if (entry.key == u"_subdirectory") {
            m_settings.subdirectory = text(entry);
            m_settings.subdirectoryPlace = entry.place;
        } else if (entry.key == u"_templates_suffix" && !entry.value.isNull()) {
            m_settings.suffix = text(entry);
        } else if (entry.key == u"_answers_file") {
            readAnswersFile(entry);
        } else if (entry.key == u"_preserve_symlinks") {
            m_settings.preservesLinks
                = entry.value.toText() ? !entry.value.textOr().isEmpty() : copierBool(entry.value);
        } else if (entry.key == u"_external_data") {
            readExternalData(entry);
        } else if (entry.key == u"_min_copier_version") {
            checkVersion(entry);
        }
    }

    void complainOfType(const CopierFile::Entry &entry, const CopierPlace &place,
                        const QString &wanted)
    {
        m_file.complain(place, u"type"_s, translated("“%1” has to be %2.").arg(entry.key, wanted));
    }

    QString text(const CopierFile::Entry &entry)
    {
        if (!entry.value.toText())
            complainOfType(entry, entry.place, translated("text"));
        return entry.value.textOr();
    }

    QStringList texts(const CopierFile::Entry &entry)
    {
        const List *list = entry.value.toList();
        if (!list)
            complainOfType(entry, entry.place, translated("a list of texts"));
        QStringList texts;
        for (qsizetype i = 0; list && i < list->size(); ++i) {
            if (list->at(i).toText())
                texts += list->at(i).textOr();
            else
                complainOfType(entry, itemPlace(entry, i), translated("a list of texts"));
        }
        return texts;
    }

    static CopierPlace itemPlace(const CopierFile::Entry &entry, qsizetype index)
    {
        const QList<YamlNode> &items = entry.place.node.items();
        return {entry.place.document, index < items.size() ? items.at(index) : entry.place.node};
    }

    void readAnswersFile(const CopierFile::Entry &entry)
    {
        const QString path = text(entry);
        if (path.startsWith(u'/')) {
            m_file.complain(entry.place, u"answers-file"_s,
                            translated("The answers file has to be inside the service."),
                            translated("Write its path without the “/” at its start."));
        } else if (!path.isEmpty()) {
            m_settings.answersFile = path;
        }
    }

    void readMessage(const CopierFile::Entry &entry)
    {
        const CopierMessage message{.text = text(entry), .place = entry.place};
        if (entry.key == u"_message_before_copy")
            m_settings.messageBefore = message;
        else if (entry.key == u"_message_after_copy")
            m_settings.messageAfter = message;
    }

    void readExternalData(const CopierFile::Entry &entry)
    {
        const Map *map = entry.value.toMap();
        if (!map)
            return complainOfType(entry, entry.place, translated("a map of paths by names"));
        for (const Map::Entry &path : *map) {
            if (!path.value.toText())
                complainOfType(entry, entry.place.at(path.key),
                               translated("a map of paths by names"));
        }
        m_settings.externalData = *map;
    }

    void checkVersion(const CopierFile::Entry &entry)
    {
        const QString written = entry.place.node.text();
        const auto least = versionOf(written);
        if (!least) {
            m_file.complain(entry.place, u"version"_s,
                            translated("“%1” is no version of Copier.").arg(written));
        } else if (*least > copierVersion) {
            m_file.complain(entry.place, u"version"_s,
                            translated("This template needs Copier %1; Waymark does what 9.17.2 "
                                       "does.")
                                .arg(written));
        }
    }

    void readTasks(const CopierFile::Entry &entry)
    {
        const List *list = entry.value.toList();
        if (!list)
            return complainOfType(entry, entry.place, translated("a list of commands"));
        const bool isTask = entry.key == u"_tasks";
        for (qsizetype i = 0; i < list->size(); ++i) {
            const CopierPlace place = itemPlace(entry, i);
            const Map *map = list->at(i).toMap();
            const CopierTask task{.kind
                                  = isTask ? CopierTask::Kind::Task : CopierTask::Kind::Migration,
                                  .place = place,
                                  .command = list->at(i)};
            if (map && !isTask && (map->contains(u"before") || map->contains(u"after")))
                readOldMigration(*map, task);
            else if (map)
                readTask(*map, task);
            else
                add(task);
        }
    }

    void readTask(const Map &map, CopierTask task)
    {
        if (!map.contains(u"command")) {
            m_file.complain(task.place, u"task"_s, translated("This has no “command”."));
            return;
        }
        task.command = map.value(u"command");
        task.version = map.value(u"version").textOr();
        if (map.contains(u"when"))
            task.when = map.value(u"when");
        task.workingDirectory = map.value(u"working_directory").textOr();
        add(task);
    }

    /// Of Copier 8: lists of commands before and behind an update to a version.
    void readOldMigration(const Map &map, CopierTask task)
    {
        task.version = map.value(u"version").textOr();
        for (const QStringView stage : {QStringView(u"before"), QStringView(u"after")}) {
            const Value commands = map.value(stage);
            for (const Value &command : commands.toList() ? *commands.toList() : List()) {
                task.command = command;
                add(task);
            }
        }
    }

    void add(const CopierTask &task)
    {
        if (!task.command.toText() && !task.command.toList()) {
            m_file.complain(task.place, u"task"_s,
                            translated("A command is a text, or a list of a program and what it "
                                       "is given."));
            return;
        }
        (task.kind == CopierTask::Kind::Task ? m_settings.tasks : m_settings.migrations) += task;
    }

    CopierFile &m_file;
    CopierSettings &m_settings;
};

/// Whether the questions may take something out of other files of the template.
bool readsFiles(QByteArrayView definition)
{
    for (qsizetype at = definition.indexOf("include"); at >= 0;
         at = definition.indexOf("include", at + 1)) {
        if (at == 0 || definition.at(at - 1) != '!') // YAML's own
            return true;
    }
    return definition.contains("import") || definition.contains("extends");
}

/// What questions include: the files of the template, as they are while it is read.
std::function<Result<std::optional<QByteArray>>(const QString &)> loaderOf(
    const TemplateTexts &texts)
{
    QHash<QString, QByteArray> files;
    qsizetype bytes = 0;
    const bool isNeeded = texts.files && texts.paths && readsFiles(*texts.definition);
    for (const QByteArray &path : isNeeded ? texts.paths() : QByteArrayList()) {
        const auto content = texts.files(path);
        if (!content || !*content || bytes + (*content)->size() > longestDefinition)
            continue;
        bytes += (*content)->size();
        files.insert(QString::fromUtf8(path), **content);
    }
    return [files](const QString &name) -> Result<std::optional<QByteArray>> {
        const auto found = files.constFind(name);
        return found == files.cend() ? std::nullopt : std::optional(*found);
    };
}

} // namespace

Template readCopierTemplate(const TemplateTexts &texts, const QString &file)
{
    CopierFile content(*texts.definition, file, {.read = texts.files, .list = texts.paths});
    auto settings = std::make_shared<CopierSettings>();
    settings->folder = QFileInfo(file).path();
    settings->revision = texts.revision.description;
    settings->commit = texts.revision.commit;
    settings->ignored = texts.revision.ignored;
    settings->root = content.root();
    SettingsReader(content, *settings).read();
    readCopierLanguage(content, settings->language);
    settings->language.loader = loaderOf(texts);
    Template definition{.format = TemplateFormat::Copier, .file = file};
    definition.name = QFileInfo(settings->folder).fileName();
    definition.title = definition.name;
    definition.problems = content.problems() + unknownUses(*settings, texts);
    if (isPlainText(settings->messageBefore.text, settings->language))
        definition.description = settings->messageBefore.text.trimmed();
    if (settings->root)
        definition.document = settings->root->document;
    definition.copier = settings;
    definition.form = FormSchema(std::make_shared<const CopierQuestionnaire>(settings));
    return definition;
}

} // namespace waymark
