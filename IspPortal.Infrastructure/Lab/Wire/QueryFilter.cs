using System.Globalization;

namespace IspPortal.Infrastructure.Lab.Wire;

/// <summary>
/// The query words of a print, run on a stack of booleans that starts as endless <c>true</c>; a row passes when no <c>false</c> is left.
/// Source: MikroTik, "API", section "Queries".
/// </summary>
internal sealed class QueryFilter(IReadOnlyList<string> queries)
{
    public bool IsEmpty => queries.Count == 0;

    /// <summary>True when a row passes; <paramref name="read"/> gives the row's value of a property.</summary>
    public bool Matches(Func<string, RosValue> read)
    {
        var stack = new List<bool>(queries.Count);
        foreach (var query in queries)
        {
            if (query.StartsWith('#'))
            {
                Operate(stack, query.AsSpan(1));
            }
            else
            {
                stack.Add(Test(query, read));
            }
        }

        return !stack.Contains(item: false);
    }

    private static bool Test(string query, Func<string, RosValue> read)
    {
        if (query.StartsWith('-'))
        {
            return IsBlank(read(query[1..]));
        }

        // "?name=x", "?=name=x", "?<name=x", "?>name=x", "?name"
        var operation = query.Length > 0 && query[0] is '=' or '<' or '>' ? query[0] : ' ';
        var rest = operation == ' ' ? query : query[1..];
        var equals = rest.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            return operation == ' ' && !IsBlank(read(rest));
        }

        var value = read(rest[..equals]);
        if (value.IsAbsent)
        {
            return false;
        }

        var wanted = rest[(equals + 1)..];
        return operation switch
        {
            '<' => Compare(value.ToString(), wanted) < 0,
            '>' => Compare(value.ToString(), wanted) > 0,
            _ => SameValue(value.ToString(), wanted),
        };
    }

    private static bool IsBlank(RosValue value) => value.IsAbsent || (value.IsText && value.AsText().Length == 0);

    private static bool SameValue(string actual, string wanted) =>
        actual == wanted || (actual is "true" && wanted is "yes") || (actual is "false" && wanted is "no");

    private static int Compare(string actual, string wanted) =>
        decimal.TryParse(actual, NumberStyles.Number, CultureInfo.InvariantCulture, out var left)
        && decimal.TryParse(wanted, NumberStyles.Number, CultureInfo.InvariantCulture, out var right)
            ? left.CompareTo(right)
            : RosValue.ParseDuration(actual) is { } leftTime && RosValue.ParseDuration(wanted) is { } rightTime
                ? leftTime.CompareTo(rightTime)
                : string.CompareOrdinal(actual, wanted);

    private static void Operate(List<bool> stack, ReadOnlySpan<char> operations)
    {
        for (var i = 0; i < operations.Length; i++)
        {
            var symbol = operations[i];
            if (char.IsAsciiDigit(symbol))
            {
                var end = i;
                while (end < operations.Length && char.IsAsciiDigit(operations[end]))
                {
                    end++;
                }

                var copy = At(stack, int.Parse(operations[i..end], CultureInfo.InvariantCulture));
                if (end == operations.Length)
                {
                    stack.Clear();
                    stack.Add(copy);
                    return;
                }

                stack.Add(copy);

                // The character after the digits ends the index: '.' has done its work, an operator still acts.
                i = operations[end] == '.' ? end : end - 1;
                continue;
            }

            switch (symbol)
            {
                case '!':
                    stack.Add(!Pop(stack));
                    break;
                case '&':
                    var right = Pop(stack);
                    var left = Pop(stack);
                    stack.Add(left && right);
                    break;
                case '|':
                    right = Pop(stack);
                    left = Pop(stack);
                    stack.Add(left || right);
                    break;
                case '.':
                    stack.Add(At(stack, 0));
                    break;
                default:
                    throw new Trap("invalid query operation", 5).Raise();
            }
        }
    }

    private static bool At(List<bool> stack, int index) => index >= stack.Count || stack[stack.Count - 1 - index];

    private static bool Pop(List<bool> stack)
    {
        if (stack.Count == 0)
        {
            return true;
        }

        var top = stack[^1];
        stack.RemoveAt(stack.Count - 1);
        return top;
    }
}
