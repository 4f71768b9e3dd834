package se.byggsten.forms.internal.validation;

import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.PageDefinition;

/**
 * Makes a class for a page of a form that has none: one public field for each field of the page,
 * and a method that fills them.
 *
 * <p>The class lives in a loader of its own and goes away with the form.
 */
final class FormClass extends ClassLoader {
  private static final String NAME = "se.byggsten.forms.generated.Answers";

  private FormClass(ClassLoader parent) {
    super(parent);
  }

  /** The number keeps the classes of one form apart: Hibernate Validator knows them by name. */
  static Class<?> of(PageDefinition page, int number) {
    String className = NAME + number;
    String internalName = className.replace('.', '/');
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
        internalName,
        null,
        "java/lang/Object",
        new String[] {Type.getInternalName(Fillable.class)});
    constructor(writer);
    fields(writer, internalName, page.fields());
    writer.visitEnd();
    byte[] bytes = writer.toByteArray();
    ClassLoader parent = FormClass.class.getClassLoader();
    return new FormClass(parent).defineClass(className, bytes, 0, bytes.length);
  }

  private static void constructor(ClassWriter writer) {
    MethodVisitor constructor = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    constructor.visitCode();
    constructor.visitVarInsn(Opcodes.ALOAD, 0);
    constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    constructor.visitInsn(Opcodes.RETURN);
    constructor.visitMaxs(0, 0);
    constructor.visitEnd();
  }

  private static void fields(ClassWriter writer, String owner, List<FieldDefinition> fields) {
    MethodVisitor fill =
        writer.visitMethod(Opcodes.ACC_PUBLIC, "fill", "([Ljava/lang/Object;)V", null, null);
    fill.visitCode();
    for (int i = 0; i < fields.size(); i++) {
      FieldDefinition field = fields.get(i);
      if (field.isAsked()) {
        Class<?> type = field.type().javaType();
        String descriptor = Type.getDescriptor(type);
        writer.visitField(Opcodes.ACC_PUBLIC, field.id(), descriptor, null, null).visitEnd();
        fill.visitVarInsn(Opcodes.ALOAD, 0);
        fill.visitVarInsn(Opcodes.ALOAD, 1);
        fill.visitLdcInsn(i);
        fill.visitInsn(Opcodes.AALOAD);
        fill.visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(type));
        fill.visitFieldInsn(Opcodes.PUTFIELD, owner, field.id(), descriptor);
      }
    }
    fill.visitInsn(Opcodes.RETURN);
    fill.visitMaxs(0, 0);
    fill.visitEnd();
  }
}
