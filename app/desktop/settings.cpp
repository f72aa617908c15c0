#include "app/desktop/settings.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

const QStringList schemes = {u"system"_s, u"light"_s, u"dark"_s};
const QStringList motions = {u"system"_s, u"full"_s, u"reduced"_s};

/// The place of `word` in `words`; the first where it is none of them.
template<typename Choice>
Choice choiceOf(const QStringList &words, const QVariant &word)
{
    return Choice(std::max(qsizetype(0), words.indexOf(word.toString())));
}

template<typename Value>
QMap<QString, Value> readGroup(QSettings &file, const QString &group)
{
    QMap<QString, Value> values;
    file.beginGroup(group);
    for (const QString &key : file.childKeys())
        values.insert(key, file.value(key).value<Value>());
    file.endGroup();
    return values;
}

template<typename Value>
void writeGroup(QSettings &file, const QString &group, const QMap<QString, Value> &values)
{
    file.remove(group);
    file.beginGroup(group);
    for (const auto &[key, value] : values.asKeyValueRange())
        file.setValue(key, value);
    file.endGroup();
}

} // namespace

Settings::Settings(const QString &folder)
    : m_file(QDir(folder).filePath(u"window.ini"_s), QSettings::IniFormat)
{
}

WindowMemory Settings::window() const
{
    QSettings file(m_file.fileName(), QSettings::IniFormat);
    return {.geometry = file.value(u"window/geometry"_s).toByteArray(),
            .screen = file.value(u"window/screen"_s).toString(),
            .layouts = readGroup<QByteArray>(file, u"layouts"_s),
            .rails = readGroup<bool>(file, u"rails"_s)};
}

void Settings::setWindow(const WindowMemory &window)
{
    m_file.setValue(u"window/geometry"_s, window.geometry);
    m_file.setValue(u"window/screen"_s, window.screen);
    writeGroup(m_file, u"layouts"_s, window.layouts);
    writeGroup(m_file, u"rails"_s, window.rails);
}

void Settings::applyTo(Theme &theme) const
{
    bool isNumber = false;
    const double scale = m_file.value(u"look/textScale"_s).toDouble(&isNumber);
    theme.setSchemeChoice(choiceOf<SchemeChoice>(schemes, m_file.value(u"look/theme"_s)));
    theme.setMotionChoice(choiceOf<MotionChoice>(motions, m_file.value(u"look/motion"_s)));
    theme.setTextScale(isNumber ? scale : 1);
}

void Settings::takeFrom(const Theme &theme)
{
    m_file.setValue(u"look/theme"_s, schemes.at(int(theme.schemeChoice())));
    m_file.setValue(u"look/motion"_s, motions.at(int(theme.motionChoice())));
    m_file.setValue(u"look/textScale"_s, theme.textScale());
}

QStringList Settings::recentCommands() const
{
    return m_file.value(u"commands/recent"_s).toStringList();
}

void Settings::setRecentCommands(const QStringList &commands)
{
    m_file.setValue(u"commands/recent"_s, commands);
}

QList<ServiceRow> Settings::services() const
{
    QSettings file(m_file.fileName(), QSettings::IniFormat);
    QList<ServiceRow> services;
    const int count = file.beginReadArray(u"services"_s);
    for (int i = 0; i < count; ++i) {
        file.setArrayIndex(i);
        services += {.key = file.value(u"folder"_s).toString(),
                     .name = file.value(u"name"_s).toString(),
                     .templateTitle = file.value(u"template"_s).toString(),
                     .made = file.value(u"made"_s).toDateTime()};
    }
    file.endArray();
    return services;
}

void Settings::setServices(const QList<ServiceRow> &services)
{
    m_file.remove(u"services"_s);
    m_file.beginWriteArray(u"services"_s, int(services.size()));
    for (int i = 0; i < services.size(); ++i) {
        const ServiceRow &service = services.at(i);
        m_file.setArrayIndex(i);
        m_file.setValue(u"folder"_s, service.key);
        m_file.setValue(u"name"_s, service.name);
        m_file.setValue(u"template"_s, service.templateTitle);
        m_file.setValue(u"made"_s, service.made);
    }
    m_file.endArray();
}

std::optional<Problem> Settings::save()
{
    m_file.sync();
    return problem();
}

std::optional<Problem> Settings::problem() const
{
    if (m_file.isWritable() && m_file.status() != QSettings::AccessError)
        return std::nullopt;
    return Problem{
        .severity = Severity::Warning,
        .code = u"desktop.settings"_s,
        .message = QCoreApplication::translate(
            "Settings",
            "What you choose in this window cannot be kept: its file cannot be written."),
        .file = m_file.fileName(),
        .hint = QCoreApplication::translate(
            "Settings", "Make the folder writable; everything else works without it.")};
}

} // namespace waymark
