#pragma once

#include "models/base/valuepath.h"
#include "models/catalog/schemareader.h"

#include <functional>

namespace waymark {

/// The keys of one schema. What has the wrong type is told and read as if it were not there.
struct SchemaReader::Keys
{
public:
    using Complain = std::function<void(const QString &pointer, const QString &message)>;

    Keys(const Map &map, QString pointer, Complain complain)
        : m_map(map)
        , m_pointer(std::move(pointer))
        , m_complain(std::move(complain))
    {
    }

    [[nodiscard]] const Value *find(const QString &key) const { return m_map.find(key); }
    [[nodiscard]] QString pointer(const QString &key) const { return m_pointer + pointerStep(key); }
    [[nodiscard]] QString text(const QString &key) const;
    [[nodiscard]] bool flag(const QString &key) const;
    [[nodiscard]] std::optional<Value> number(const QString &key) const;
    [[nodiscard]] std::optional<qint64> count(const QString &key) const; ///< 0 or more.
    [[nodiscard]] List list(const QString &key) const;
    [[nodiscard]] Map map(const QString &key) const;
    [[nodiscard]] QStringList texts(const QString &key) const;

private:
    /// The value of `key` if `fits` takes it.
    template<typename Fits>
    [[nodiscard]] const Value *checked(const QString &key, const char *wanted, Fits fits) const;

    const Map &m_map;
    QString m_pointer;
    Complain m_complain;
};

} // namespace waymark
