namespace IspPortal.Core.Mapping.Levels;

/// <summary>A row of a file that cannot be taken.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Code">Why: the code of an error.</param>
/// <param name="Text">What stands there.</param>
public sealed record WrongReading(int Line, string Code, string Text);
