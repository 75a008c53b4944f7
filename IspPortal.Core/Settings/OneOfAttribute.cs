namespace IspPortal.Core.Settings;

/// <summary>A text setting that takes only these words: its page offers them as a list.</summary>
/// <param name="words">The words, the usual one first.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OneOfAttribute(params string[] words) : Attribute
{
    /// <summary>The words, the usual one first.</summary>
    public IReadOnlyList<string> Words { get; } = words;
}
