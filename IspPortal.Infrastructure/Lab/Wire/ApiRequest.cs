namespace IspPortal.Infrastructure.Lab.Wire;

/// <summary>A request sentence, taken apart.</summary>
internal sealed class ApiRequest
{
    private ApiRequest(string command)
    {
        Command = command;
        var slash = command.LastIndexOf('/');
        Path = slash <= 0 ? "" : command[..slash];
        Verb = slash < 0 ? command : command[(slash + 1)..];
    }

    /// <summary>The first word, e.g. <c>/ppp/active/print</c>.</summary>
    public string Command { get; }

    /// <summary>The menu, e.g. <c>/ppp/active</c>; empty for <c>/login</c>.</summary>
    public string Path { get; }

    public string Verb { get; }

    /// <summary>Attribute words in order, <c>.proplist</c> and <c>.id</c> among them.</summary>
    public List<KeyValuePair<string, string>> Arguments { get; } = [];

    /// <summary>Query words without their question mark, in order.</summary>
    public List<string> Queries { get; } = [];

    /// <summary>The tag, or null.</summary>
    public string? Tag { get; private set; }

    /// <summary>Reads words; null for an empty sentence, which the router ignores.</summary>
    public static ApiRequest? From(List<string> words)
    {
        if (words.Count == 0)
        {
            return null;
        }

        var request = new ApiRequest(words[0]);
        foreach (var word in words.Skip(1))
        {
            if (word.StartsWith('='))
            {
                var second = word.IndexOf('=', 1);
                request.Arguments.Add(second < 0 ? new(word[1..], "") : new(word[1..second], word[(second + 1)..]));
            }
            else if (word.StartsWith('?'))
            {
                request.Queries.Add(word[1..]);
            }
            else if (word.StartsWith(".tag=", StringComparison.Ordinal) && word.Length > 5)
            {
                request.Tag = word[5..];
            }
        }

        return request;
    }

    /// <summary>The value of the last such argument, or null.</summary>
    public string? this[string name]
    {
        get
        {
            for (var i = Arguments.Count - 1; i >= 0; i--)
            {
                if (Arguments[i].Key == name)
                {
                    return Arguments[i].Value;
                }
            }

            return null;
        }
    }

    public bool Has(string name) => this[name] is { } value && value is not ("no" or "false");

    /// <summary>The wanted properties, or null for all.</summary>
    public string[]? Proplist => (this[".proplist"] ?? this["proplist"])?.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
