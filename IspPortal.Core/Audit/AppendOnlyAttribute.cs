namespace IspPortal.Core.Audit;

/// <summary>Rows of the entity are added and never changed or deleted: a save that would do so throws.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AppendOnlyAttribute : Attribute;
