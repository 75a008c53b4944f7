namespace IspPortal.Core.Network.Isolir;

/// <summary>A rule of the kit as it should be.</summary>
/// <param name="Name">Its stable name; the tag in its comment is made of it.</param>
/// <param name="Menu">The ordered menu it belongs to.</param>
/// <param name="Note">The comment that people read.</param>
/// <param name="Fields">Its properties; all other matchers are empty.</param>
internal sealed record IsolirPart(string Name, string Menu, string Note, IReadOnlyDictionary<string, string> Fields)
{
    public string Chain => Fields["chain"];
}
