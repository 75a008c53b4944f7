namespace IspPortal.Web.Shared.Reader;

/// <summary>Which columns of which lists a reader does without, as one short text: <c>sessions:router.c2!users:c3</c>.</summary>
internal static class ColumnChoice
{
    private const char BetweenLists = '!';
    private const char AfterList = ':';
    private const char BetweenColumns = '.';

    /// <summary>The lists of a text; what cannot be read leaves out nothing.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Read(string? text)
    {
        var lists = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var part in (text ?? "").Split(BetweenLists, StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split(AfterList) is [{ Length: > 0 } list, var columns])
            {
                lists[list] = columns.Split(BetweenColumns, StringSplitOptions.RemoveEmptyEntries);
            }
        }

        return lists;
    }

    /// <summary>The text of <paramref name="lists"/>; those that leave out nothing are not in it.</summary>
    public static string Write(IReadOnlyDictionary<string, IReadOnlyList<string>> lists) =>
        string.Join(BetweenLists, lists.Where(list => list.Value.Count > 0).Select(list => $"{list.Key}{AfterList}{string.Join(BetweenColumns, list.Value)}"));
}
