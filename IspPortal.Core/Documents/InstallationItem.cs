namespace IspPortal.Core.Documents;

/// <summary>One line of equipment on an <see cref="InstallationOrder"/>.</summary>
/// <param name="Name">What it is, e.g. <c>ONT ZTE F609</c> or <c>Drop cable</c>.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Unit">Of what, in the words of the order's language (<c>m</c>, <c>pcs</c>), or null.</param>
/// <param name="Serial">Its serial number, or null: it is written in by hand.</param>
/// <param name="Mac">Its MAC address, or null.</param>
public sealed record InstallationItem(string Name, int Quantity = 1, string? Unit = null, string? Serial = null, string? Mac = null);
