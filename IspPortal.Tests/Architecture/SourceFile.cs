namespace IspPortal.Tests.Architecture;

/// <summary>One file of the tree: its path from the root with forward slashes, and its text.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public bool IsUnder(string folder) => Path.StartsWith(folder, StringComparison.Ordinal);
}
