namespace IspPortal.Core.Documents;

/// <summary>A document that can be printed: a record of everything that stands on it, filled by the feature that owns it.</summary>
public interface IPrintedDocument
{
    /// <summary>The name of its file, without an ending: letters, digits and dashes.</summary>
    string FileName { get; }
}
