#pragma once

#include "models/jinja/object.h"

#include <QHashFunctions>

namespace waymark::jinja {

/// pathlib.PurePosixPath, as Copier's `_copier_conf` holds some.
class PathObject final : public Object
{
public:
    /// `path` as its str() is.
    explicit PathObject(QString path)
        : m_path(std::move(path))
    {
    }
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] QString typeName() const override { return QStringLiteral("PurePosixPath"); }
    [[nodiscard]] QString toText(Runtime &runtime) const override;
    [[nodiscard]] Value printed() const override { return Value(m_path); }
    [[nodiscard]] Value attribute(Runtime &runtime, const QString &name) override;
    [[nodiscard]] bool equals(const Object &other) const override;
    [[nodiscard]] size_t hash() const override { return qHash(m_path); }

private:
    QString m_path;
};

/// The path `text`, with "." and doubled slashes taken out.
[[nodiscard]] Value pathOf(const QString &text);
/// str(PurePosixPath(*parts)): an absolute part begins anew.
[[nodiscard]] QString joinedPath(const QStringList &parts);
/// `left / right` where one of them is a path and the other a path or text; else Missing.
[[nodiscard]] Value joinedPaths(const Value &left, const Value &right);

} // namespace waymark::jinja
