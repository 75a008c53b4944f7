namespace IspPortal.Web.Shared.Reader;

/// <summary>The languages that every text exists in.</summary>
internal static class Languages
{
    public const string Default = "en";

    public static IReadOnlyList<string> All { get; } = ["en", "id"];
}
