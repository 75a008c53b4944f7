namespace IspPortal.Web.Shared.Export;

/// <summary>The addresses of a list that is there in every format: <see cref="ListExport"/> reads which from the ending of the path.</summary>
internal static class ExportRoutes
{
    /// <summary>The formats, as endings of the path.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["csv", "xlsx", "pdf"];

    /// <summary>Answers the list at <c>path.csv</c>, <c>path.xlsx</c> and <c>path.pdf</c>.</summary>
    /// <param name="exports">The group of the exports.</param>
    /// <param name="path">Without ending.</param>
    /// <param name="answer">Answers by <see cref="ListExport"/>.</param>
    public static void MapList(this IEndpointRouteBuilder exports, string path, Delegate answer)
    {
        foreach (var format in Formats)
        {
#pragma warning disable RDG002 // which handler it is only the caller knows: it is bound at run time
            exports.MapGet($"{path}.{format}", answer);
#pragma warning restore RDG002
        }
    }
}
