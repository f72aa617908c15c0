#pragma once

#include "models/yaml/yamlcontent.h"
#include "models/yaml/yamlmapping.h"
#include "models/yaml/yamloutline.h"
#include "models/yaml/yamlreading.h"

#include <QHash>

namespace waymark {

/// Puts the nodes of one document together, in the order in which they stand in the text; reports
/// what is wrong with keys, tags and merges. Throws YamlFault where a limit is passed. Tags are
/// yaml-cpp's:
/// "?" for none, "!" for text.
class YamlTree
{
public:
    explicit YamlTree(YamlReading &reading)
        : m_reading(reading)
    {
    }

    /// The anchor of the node that is added next; `id` is any number but 0, and its own.
    void setAnchor(quint64 id, const QString &name);
    void addScalar(const YamlStep &step, const QString &text, QString tag);
    void addAlias(const YamlStep &step, quint64 anchorId);
    void open(const YamlStep &step, const QString &tag);
    void close();

    [[nodiscard]] const YamlNode &root() const { return m_root; }

private:
    struct Key
    {
        YamlNode node;
        qsizetype offset;
        bool isMerge;
        bool isUsable;
    };
    struct Collection
    {
        qsizetype offset;
        SourcePosition position;
        bool isMap;
        quint64 anchorId;
        QString anchorName;
        QString tag;
        YamlSize spentBefore;
        int height = 1;
        QList<YamlNode> items = {};
        YamlMapping entries = {};
        QList<YamlNode> merged = {};
        std::optional<Key> key = {};
    };
    struct Anchored
    {
        YamlNode node;
        YamlSize size;
        int height;
    };

    void add(const YamlNode &node, int height, qsizetype offset);
    void addKey(Collection &map, const YamlNode &node, qsizetype offset);
    void addValue(Collection &map, const YamlNode &node, qsizetype offset);
    void addMerge(Collection &map, const YamlNode &node, qsizetype offset);
    [[nodiscard]] Value typed(const YamlStep &step, const QString &text, QString &tag);
    void report(const char *code, const QString &message, const QString &hint, qsizetype offset,
                Severity severity = Severity::Error);

    YamlReading &m_reading;
    YamlNode m_root;
    quint64 m_anchorId = 0;
    QString m_anchorName;
    QList<Collection> m_open;
    QHash<quint64, Anchored> m_anchored;
};

} // namespace waymark
