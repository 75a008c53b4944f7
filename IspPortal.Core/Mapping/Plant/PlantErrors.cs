using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Mapping.Plant;

/// <summary>Expected failures with the plant.</summary>
public static class PlantErrors
{
    /// <summary>There is no such node.</summary>
    public static Error NodeNotFound { get; } = new("plant.node_not_found", ErrorKind.NotFound);

    /// <summary>There is no such cable.</summary>
    public static Error CableNotFound { get; } = new("plant.cable_not_found", ErrorKind.NotFound);

    /// <summary>There is no such splitter.</summary>
    public static Error SplitterNotFound { get; } = new("plant.splitter_not_found", ErrorKind.NotFound);

    /// <summary>There is no such joint.</summary>
    public static Error JointNotFound { get; } = new("plant.joint_not_found", ErrorKind.NotFound);

    /// <summary>There is no such radio link.</summary>
    public static Error LinkNotFound { get; } = new("plant.link_not_found", ErrorKind.NotFound);

    /// <summary>There is no such edit.</summary>
    public static Error EditNotFound { get; } = new("plant.edit_not_found", ErrorKind.NotFound);

    /// <summary>Something of that name ({0}) is there already.</summary>
    public static Error NameTaken(string name) => new("plant.name_taken", ErrorKind.Conflict, name);

    /// <summary>A cable would end where it begins.</summary>
    public static Error CableOntoItself { get; } = new("plant.cable_onto_itself", ErrorKind.Invalid);

    /// <summary>A radio link would end where it begins.</summary>
    public static Error LinkOntoItself { get; } = new("plant.link_onto_itself", ErrorKind.Invalid);

    /// <summary>Light or traffic would go in a circle.</summary>
    public static Error Loop { get; } = new("plant.loop", ErrorKind.Conflict);

    /// <summary>Things ({0} of them) hang on the node.</summary>
    public static Error NodeInUse(int things) => new("plant.node_in_use", ErrorKind.Conflict, things);

    /// <summary>Cores of the cable ({0}) are joined.</summary>
    public static Error CableInUse(int cores) => new("plant.cable_in_use", ErrorKind.Conflict, cores);

    /// <summary>A core above the new count ({0}) is joined.</summary>
    public static Error CoresInUse(int core) => new("plant.cores_in_use", ErrorKind.Conflict, core);

    /// <summary>A port above the new count ({0}) is taken or joined.</summary>
    public static Error PortsInUse(int port) => new("plant.ports_in_use", ErrorKind.Conflict, port);

    /// <summary>An end of the splitter is joined.</summary>
    public static Error OutputsInUse { get; } = new("plant.outputs_in_use", ErrorKind.Conflict);

    /// <summary>The node meant is neither a site nor a tower.</summary>
    public static Error NotASite { get; } = new("plant.not_a_site", ErrorKind.Invalid);

    /// <summary>A place is not on earth.</summary>
    public static Error NotOnEarth { get; } = new("plant.not_on_earth", ErrorKind.Invalid);

    /// <summary>A way has more bends than {0}.</summary>
    public static Error TooManyBends(int most) => new("plant.too_many_bends", ErrorKind.Invalid, most);

    /// <summary>A cable cannot be cut at its end or at a node that it ends at.</summary>
    public static Error SplitAtEnd { get; } = new("plant.split_at_end", ErrorKind.Invalid);

    /// <summary>There is no such core, port or output.</summary>
    public static Error EndNotFound { get; } = new("plant.end_not_found", ErrorKind.NotFound);

    /// <summary>An end does not come to this node.</summary>
    public static Error EndElsewhere { get; } = new("plant.end_elsewhere", ErrorKind.Conflict);

    /// <summary>An end is joined already.</summary>
    public static Error EndJoined { get; } = new("plant.end_joined", ErrorKind.Conflict);

    /// <summary>Light would not get from one end to the other: two inputs, two outputs, or a port from outside.</summary>
    public static Error EndsDoNotFit { get; } = new("plant.ends_do_not_fit", ErrorKind.Invalid);

    /// <summary>More joints at once than {0}.</summary>
    public static Error TooManyJoints(int most) => new("plant.too_many_joints", ErrorKind.Invalid, most);

    /// <summary>There is no such photo.</summary>
    public static Error PhotoNotFound { get; } = new("plant.photo_not_found", ErrorKind.NotFound);

    /// <summary>The node has this very photo already, or the id was used for another.</summary>
    public static Error SamePhoto { get; } = new("plant.same_photo", ErrorKind.Conflict);

    /// <summary>The node has {0} photos.</summary>
    public static Error TooManyPhotos(int most) => new("plant.too_many_photos", ErrorKind.Conflict, most);

    /// <summary>Neither JPEG nor PNG, whatever its name says.</summary>
    public static Error NotAPhoto { get; } = new("plant.not_a_photo", ErrorKind.Invalid) { Fields = [new FieldError("file", "plant.not_a_photo")] };

    /// <summary>The edit was taken back already.</summary>
    public static Error EditUndone { get; } = new("plant.edit_undone", ErrorKind.Conflict);

    /// <summary>What it touched was changed afterwards.</summary>
    public static Error ChangedSince { get; } = new("plant.changed_since", ErrorKind.Conflict);
}
