using System.Text;
using IspPortal.Infrastructure.Lab.Sessions;
using IspPortal.Infrastructure.Lab.Wire;

namespace IspPortal.Infrastructure.Lab.Menus;

/// <summary>A property of a menu.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Default">Value of a new item; null: the item lacks the word until it is set.</param>
/// <param name="Kind">What it accepts.</param>
/// <param name="Of">Values of an enum separated by bars, or the menu that a reference points into.</param>
internal sealed record Prop(string Name, string? Default = null, PropKind Kind = PropKind.Text, string? Of = null)
{
    /// <summary><c>=name=</c>, encoded.</summary>
    public byte[] Prefix { get; } = Encoding.Latin1.GetBytes($"={Name}=");

    /// <summary>An add without it is refused.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Cannot be set.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Shown only to users with the <c>sensitive</c> policy.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>The word is left out when the value is empty.</summary>
    public bool HidesEmpty { get; init; }

    /// <summary>First version (major * 100 + minor) that has it.</summary>
    public int Since { get; init; }

    /// <summary>Value of an item that is computed when it is read.</summary>
    public Func<ConfigRow, ReadMoment, RosValue>? Compute { get; init; }

    /// <summary>Value of a live session's row.</summary>
    public Func<AccessSession, ReadMoment, RosValue>? Session { get; init; }
}
