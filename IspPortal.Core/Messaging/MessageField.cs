namespace IspPortal.Core.Messaging;

/// <summary>A field that a template may name.</summary>
/// <param name="Name">Its name between the braces, lower case.</param>
/// <param name="Sample">What a preview shows for it.</param>
public sealed record MessageField(string Name, string Sample);
