using System.Collections.Immutable;

namespace IspPortal.Infrastructure.RouterOs;

/// <summary>One sentence to a router: a path such as <c>/ppp/active/print</c> and its words. Immutable; each builder step gives a new one.</summary>
internal sealed record RouterOsCommand(string Path)
{
    /// <summary>The words after the path, in order. They may hold passwords: never log them.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>How long nothing at all may come before the connection is given up. Null: the option's value, and for streams for ever.</summary>
    public TimeSpan? Silence { get; init; }

    /// <summary>How long the whole command may take. Null: the option's value; streams have none.</summary>
    public TimeSpan? Total { get; init; }

    /// <summary><c>=name=value</c>.</summary>
    public RouterOsCommand With(string name, string value) => Add($"={name}={value}");

    /// <summary><c>=name=</c>, an argument without a value.</summary>
    public RouterOsCommand Flag(string name) => Add($"={name}=");

    /// <summary>A query word as it goes on the wire: <c>?name=x</c>, <c>?-comment</c>, <c>?#|</c>.</summary>
    public RouterOsCommand Where(string query) => query.StartsWith('?') ? Add(query) : Add("?" + query);

    /// <summary>Asks for these properties only. Always one list: several such words have no defined meaning.</summary>
    public RouterOsCommand Proplist(params ReadOnlySpan<string> names) => Add("=.proplist=" + string.Join(',', names!));

    /// <summary>The same command under other deadlines.</summary>
    public RouterOsCommand Deadlines(TimeSpan? silence, TimeSpan? total) => this with { Silence = silence, Total = total };

    public override string ToString() => Path;

    private RouterOsCommand Add(string word) => this with { Words = Words.Add(word) };
}
