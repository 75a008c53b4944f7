namespace IspPortal.Core.Inventory;

/// <summary>A line of a list of devices as it was read.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Text">What stands there.</param>
/// <param name="Serial">The serial number as it is kept, or null when it is none.</param>
/// <param name="Mac">The MAC address as it is kept, or null.</param>
/// <param name="Wrong">What is wrong with it as a code, or null.</param>
public sealed record DeviceLine(int Number, string Text, string? Serial, string? Mac, string? Wrong);
