namespace IspPortal.Core.Audit;

/// <summary>The value speaks of a person (name, phone, identity number): the audit shows that it changed, but masks it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute : Attribute;
