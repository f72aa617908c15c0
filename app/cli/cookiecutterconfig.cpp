#include "app/cli/cookiecutterconfig.h"

#include "app/cli/inputfile.h"
#include "models/yaml/yaml.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

constexpr qint64 longestConfig = 1024LL * 1024;

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

/// The file that holds the settings; empty: there is none.
QString configFile(const Surroundings &surroundings)
{
    const QHash<QString, QString> &environment = surroundings.environment;
    if (environment.contains(u"COOKIECUTTER_CONFIG"_s))
        return environment.value(u"COOKIECUTTER_CONFIG"_s);
    const QString home = environment.value(u"HOME"_s);
    const QString usual = home + u"/.cookiecutterrc"_s;
    return !home.isEmpty() && QFileInfo::exists(usual) ? usual : QString();
}

/// The map at `key` of the settings; empty where there is none.
Result<Map> settings(const QString &key, const Surroundings &surroundings)
{
    const QString file = configFile(surroundings);
    if (file.isEmpty())
        return Map();
    const auto content = contentsOf(file, surroundings, longestConfig);
    if (!content)
        return std::unexpected(content.error());
    const auto document = parseYamlDocument(*content, {.file = file, .schema = YamlSchema::Yaml11});
    if (!document)
        return std::unexpected(document.error());
    const YamlNode *node = document->root().find(key);
    const Value value = node ? node->toValue() : Value(Map());
    const bool isEmpty = document->toValue().isNull() || value.isNull();
    if (isEmpty || (document->root().isMap() && value.toMap()))
        return isEmpty ? Map() : *value.toMap();
    return failure(document->placed(
        {.code = u"cli.cookiecutter-config"_s,
         .message = text("“%1” has to be a map.").arg(key),
         .hint = text("Put the file right; Cookiecutter itself fails with it as well.")},
        node ? node->position() : document->root().position()));
}

} // namespace

Result<Map> cookiecutterDefaults(const Surroundings &surroundings)
{
    return settings(u"default_context"_s, surroundings);
}

Result<QString> unabbreviated(const QString &name, const Surroundings &surroundings)
{
    const QString prefix = name.section(u':', 0, 0);
    if (prefix.isEmpty() || prefix.contains(u'/') || prefix.startsWith(u'.'))
        return name;
    Map known{{u"gh"_s, u"https://github.com/{0}.git"_s},
              {u"gl"_s, u"https://gitlab.com/{0}.git"_s},
              {u"bb"_s, u"https://bitbucket.org/{0}"_s}};
    const auto own = settings(u"abbreviations"_s, surroundings);
    if (!own && name.contains(u':'))
        return std::unexpected(own.error());
    for (const Map::Entry &entry : own.value_or(Map()))
        known.insert(entry.key, entry.value);
    if (const Value *whole = known.find(name))
        return whole->textOr(name);
    const Value *pattern = name.contains(u':') ? known.find(prefix) : nullptr;
    if (!pattern)
        return name;
    return pattern->textOr(name).replace(u"{0}"_s, name.sliced(prefix.size() + 1));
}

} // namespace waymark::cli
