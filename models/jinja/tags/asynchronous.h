#pragma once

namespace waymark::jinja {

/// A statement that may run asynchronously in Nunjucks: a for around it becomes an asyncEach there.
class Asynchronous
{
public:
    [[nodiscard]] virtual bool isAsync() const = 0;

protected:
    Asynchronous() = default;
    Asynchronous(const Asynchronous &) = default;
    Asynchronous &operator=(const Asynchronous &) = default;
    ~Asynchronous() = default;
};

} // namespace waymark::jinja
